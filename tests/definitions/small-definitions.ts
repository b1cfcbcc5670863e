// The smallest definitions that pass every cross-check. A test breaks a copy of one and expects the fault to be named.
import type { FormFile } from '#lib/definitions/form-file'
import type { IndexFile } from '#lib/definitions/index-file'
import type { UnitsFile } from '#lib/definitions/units-file'

const text = (vi: string) => ({ vi, en: `${vi} (en)` })
const choices = (...values: number[]) => values.map((value) => ({ value, text: text(`mức ${value}`) }))

export function smallForm(): FormFile {
  return {
    $schema: '../schemas/form.schema.json',
    slug: 'small',
    version: 1,
    title: text('Phiếu nhỏ'),
    audience: 'delegates',
    minutes: 1,
    population: text('Người lớn'),
    design: {},
    purpose: text('Để thử'),
    asker: text('Chúng tôi'),
    handling: text('Cộng lại'),
    retention: text('Một ngày'),
    consent: text('Đồng ý'),
    form: {
      pages: [
        {
          name: 'page',
          title: text('Trang'),
          elements: [
            { type: 'radiogroup', name: 'used', title: text('Đã dùng?'), choices: choices(1, 2, 98) },
            {
              type: 'matrix',
              name: 'rate',
              title: text('Mức'),
              visibleIf: '{used} = 1',
              columns: choices(1, 2, 3, 98),
              rows: [
                { value: 'place', text: text('Nơi') },
                { value: 'staff', text: text('Người') },
              ],
            },
            {
              type: 'radiogroup',
              name: 'know',
              title: text('Đúng?'),
              correctAnswer: 2,
              choices: choices(1, 2, 98),
            },
          ],
        },
      ],
    },
  }
}

/** The parsed JSON of the small form's questions, to be changed in place. */
export function questionsOf(file: FormFile) {
  const pages = file.form.pages as { elements: Record<string, unknown>[] }[]
  const [used, rate, know] = pages[0]!.elements
  return { used: used!, rate: rate!, know: know! }
}

export function smallIndex(): IndexFile {
  return {
    $schema: '../schemas/index.schema.json',
    slug: 'small',
    version: 1,
    title: text('Chỉ số nhỏ'),
    method: text('Trung bình'),
    scale: { min: 0, max: 100, unit: text('%') },
    minimum: { answers: 5, share: 0.5 },
    bands: [
      { name: text('Thấp'), from: 0 },
      { name: text('Cao'), from: 60 },
    ],
    criteria: [
      {
        code: 'service',
        name: text('Dịch vụ'),
        weight: 0.6,
        area: 'procedures',
        source: {
          form: 'small',
          variables: ['rate_place', 'rate_staff'],
          points: { 1: 0, 2: 0.5, 3: 1, 98: null },
        },
      },
      {
        code: 'work',
        name: text('Công việc'),
        weight: 0.4,
        children: [
          { code: 'on_time', name: text('Đúng hạn'), max: 3, source: { entered: { max: 100 } } },
          {
            code: 'know',
            name: text('Hiểu'),
            max: 1,
            source: { form: 'small', variables: ['know'], points: { 1: 0, 2: 1, 98: 0 } },
          },
        ],
      },
    ],
  }
}

export function smallUnits(): UnitsFile {
  const unit = (id: string, level: string, parent?: string) => ({
    id,
    code: id.split('-')[0]!,
    name: id,
    nameEn: id,
    level,
    parent,
    validFrom: id.endsWith('-1') ? '2009-06-10' : '2025-07-01',
    validTo: id.endsWith('-1') ? '2025-06-30' : undefined,
  })
  return {
    $schema: '../schemas/units.schema.json',
    slug: 'small',
    version: 1,
    title: text('Đơn vị'),
    source: text('Tự đặt'),
    levels: [
      { code: 'district', name: text('Huyện') },
      { code: 'commune', name: text('Xã') },
    ],
    units: [
      unit('100-1', 'district'),
      unit('10001-1', 'commune', '100-1'),
      unit('10002-1', 'commune', '100-1'),
      unit('10001-2', 'commune'),
    ],
    lineage: [
      { from: '10001-1', to: '10001-2', whole: true },
      { from: '10002-1', to: '10001-2', whole: true },
    ],
  }
}
