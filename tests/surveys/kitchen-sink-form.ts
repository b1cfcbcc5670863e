// A form that uses everything the house supports, in awkward combinations: the real forms of surveys/ use only a part.

export const kitchenSinkForm = {
  title: { vi: 'Phiếu thử', en: 'Test form' },
  pages: [
    {
      name: 'start',
      title: { vi: 'Bắt đầu', en: 'Start' },
      elements: [
        { type: 'html', name: 'hello', html: { vi: '<p>Xin chào</p>', en: '<p>Hello</p>' } },
        {
          type: 'radiogroup',
          name: 'used',
          title: { vi: 'Đã đến UBND?', en: 'Been to the office?' },
          isRequired: true,
          choices: [
            { value: 1, text: { vi: 'Có', en: 'Yes' } },
            { value: 0, text: { vi: 'Không', en: 'No' } },
            { value: 98, text: { vi: 'Không nhớ', en: 'Do not remember' } },
          ],
        },
        {
          type: 'text',
          name: 'visits',
          title: { vi: 'Bao nhiêu lần?', en: 'How often?' },
          inputType: 'number',
          min: 1,
          max: 50,
          step: 1,
          visibleIf: '{used} = 1',
          requiredIf: '{used} = 1 and {where} notempty',
        },
        {
          type: 'dropdown',
          name: 'where',
          title: { vi: 'Ở đâu?', en: 'Where?' },
          choices: ['a', 'b', { value: 'c', text: 'C' }],
          showOtherItem: true,
          enableIf: '{used} <> 0',
        },
        {
          type: 'boolean',
          name: 'paid',
          title: { vi: 'Trả thêm?', en: 'Paid extra?' },
          isRequired: true,
          visibleIf: '{visits} > 3',
        },
      ],
    },
    {
      name: 'rating',
      visibleIf: "{used} = 1 or {channels} contains 'zalo'",
      elements: [
        {
          type: 'matrix',
          name: 'service',
          title: { vi: 'Phục vụ', en: 'Service' },
          eachRowRequired: true,
          columns: [1, 2, 3, 4, 5, { value: 98, text: { vi: 'Không biết', en: 'No idea' } }],
          rows: ['sign', { value: 'seat', text: { vi: 'Chỗ ngồi', en: 'Seats' } }, 'staff'],
        },
        {
          type: 'panel',
          name: 'more',
          title: { vi: 'Thêm', en: 'More' },
          enableIf: '{paid} <> true',
          elements: [
            { type: 'rating', name: 'overall', title: { vi: 'Chung', en: 'Overall' }, isRequired: true },
            {
              type: 'matrix',
              name: 'loose',
              title: { vi: 'Tùy ý', en: 'Loose' },
              isRequired: true,
              visibleIf: '{service.seat} <= 2',
              columns: ['no', 'yes'],
              rows: ['r1', 'r2'],
            },
            {
              type: 'comment',
              name: 'why',
              title: { vi: 'Vì sao?', en: 'Why?' },
              maxLength: 60,
              visibleIf: '{overall} < {visits}',
              validators: [{ type: 'text', minLength: 3, allowDigits: false }],
            },
          ],
        },
      ],
    },
    {
      name: 'channels',
      elements: [
        {
          type: 'checkbox',
          name: 'channels',
          title: { vi: 'Kênh', en: 'Channels' },
          isRequired: true,
          choices: ['loa', 'zalo', { value: 3, text: 'TV' }],
          showNoneItem: true,
          showOtherItem: true,
          maxSelectedChoices: 4,
        },
        {
          type: 'tagbox',
          name: 'areas',
          title: { vi: 'Lĩnh vực', en: 'Areas' },
          choices: ['x', 'y', 'z'],
          minSelectedChoices: 2,
          visibleIf: "{channels} anyof ['loa', 3]",
          validators: [
            { type: 'answercount', maxCount: 2, text: { vi: 'Chọn hai mục thôi', en: 'Two, please' } },
          ],
        },
        {
          type: 'radiogroup',
          name: 'best',
          title: { vi: 'Kênh tốt nhất', en: 'Best channel' },
          choices: ['loa', 'zalo'],
          showCommentArea: true,
          showDontKnowItem: true,
          visibleIf: "{channels.length} > 1 and {channels} notcontains 'none'",
          validators: [
            {
              type: 'expression',
              expression: "{best} = 'dontknow' or {channels} contains {best}",
              text: { vi: 'Kênh này chưa được chọn', en: 'Not chosen above' },
            },
          ],
        },
        {
          type: 'multipletext',
          name: 'place',
          title: { vi: 'Nơi ở', en: 'Place' },
          items: [
            { name: 'village', title: { vi: 'Thôn', en: 'Village' }, isRequired: true, maxLength: 20 },
            {
              name: 'year',
              title: { vi: 'Năm', en: 'Year' },
              inputType: 'number',
              validators: [{ type: 'numeric', minValue: 1900, maxValue: 2030 }],
            },
          ],
          visibleIf: "{areas} contains 'x'",
        },
        {
          type: 'text',
          name: 'mail',
          title: { vi: 'Thư', en: 'Mail' },
          inputType: 'email',
          visibleIf: "{place.village} = 'An'",
        },
        {
          type: 'text',
          name: 'code',
          title: { vi: 'Mã', en: 'Code' },
          validators: [
            {
              type: 'regex',
              regex: '^[A-Z]{2}\\d$',
              text: { vi: 'Hai chữ hoa và một số', en: 'Two capitals and a digit' },
            },
          ],
          requiredIf: "{mail} notempty or iif({used} = 0, 'x', '') = 'x'",
        },
        {
          type: 'text',
          name: 'born',
          title: { vi: 'Ngày sinh', en: 'Born' },
          inputType: 'date',
          visibleIf: '{code} notempty',
        },
      ],
    },
  ],
}
