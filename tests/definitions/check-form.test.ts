// Each fault is made on purpose in a form that is otherwise right: it must be named, with its place, and nothing else.
import { expect, test } from 'vitest'
import { checkForm } from '#lib/definitions/check-form'
import type { FormFile } from '#lib/definitions/form-file'
import { questionsOf, smallForm } from './small-definitions'

type Questions = ReturnType<typeof questionsOf>

function faultsOf(spoil: (questions: Questions, file: FormFile) => void) {
  const file = smallForm()
  spoil(questionsOf(file), file)
  return checkForm(file)
}

test('a form without fault has none', () => {
  expect(checkForm(smallForm())).toEqual([])
})

test('an unknown element type is named', () => {
  const faults = faultsOf(({ used }) => {
    used.type = 'teleprompter'
  })
  expect(faults.map((fault) => fault.code)).toContain('unsupported')
  expect(faults.map((fault) => fault.en).join()).toContain('type')
})

test('a member that SurveyJS does not know is named', () => {
  const faults = faultsOf(({ used }) => {
    used.colour = 'red'
  })
  expect(faults).toMatchObject([{ code: 'unsupported', en: expect.stringContaining('colour') }])
})

test.each([
  ['vi', 'tiếng Việt'],
  ['en', 'tiếng Anh'],
])('a title without %s is a missing translation', (language, words) => {
  const faults = faultsOf(({ used }) => {
    used.title = { vi: 'Đã dùng?', en: 'Used?', [language]: undefined }
  })
  expect(faults).toMatchObject([
    {
      code: 'missing_translation',
      where: 'form.pages.0.elements.0.title',
      vi: expect.stringContaining(words),
    },
  ])
})

test('a plain string, a choice and a row without text, a question without title lack both languages', () => {
  const faults = faultsOf(({ used, rate, know }) => {
    used.title = 'Used?'
    rate.rows = ['place', { value: 'staff', text: { vi: 'Người', en: 'Staff' } }]
    delete know.title
  })
  const places = faults.filter((fault) => fault.code === 'missing_translation').map((fault) => fault.where)
  expect(places).toEqual([
    'form.pages.0.elements.0.title',
    'form.pages.0.elements.0.title',
    'form.pages.0.elements.1.rows.0.text',
    'form.pages.0.elements.1.rows.0.text',
    'form.pages.0.elements.2.title',
    'form.pages.0.elements.2.title',
  ])
})

test('names that SPSS, Stata or R refuse are named', () => {
  const faults = faultsOf(({ used, know }) => {
    used.name = 'with'
    know.name = 'Know'
  })
  expect(faults.filter((fault) => fault.code === 'bad_name').map((fault) => fault.en.split('”')[0])).toEqual([
    'Column name “with',
    'Column name “Know',
  ])
})

test('a name longer than 32 characters with its row is named before the codebook would cut it', () => {
  const faults = faultsOf(({ rate }) => {
    rate.name = 'a_question_name_that_is_much_too_long'
  })
  expect(faults.map((fault) => fault.code)).toContain('bad_name')
})

test('the same name, value or row twice is named', () => {
  const faults = faultsOf(({ used, rate, know }) => {
    know.name = 'used'
    used.choices = [1, 1].map((value) => ({ value, text: { vi: 'có', en: 'yes' } }))
    rate.rows = ['place', 'place'].map((value) => ({ value, text: { vi: 'Nơi', en: 'Place' } }))
  })
  const sentences = faults.filter((fault) => fault.code === 'duplicate_code').map((fault) => fault.en)
  expect(sentences).toEqual(
    expect.arrayContaining([
      'Name “used” appears more than once.',
      'Value “1” appears twice in “used”.',
      'Value “place” appears twice in “rate”.',
    ]),
  )
})

test('a right answer that is not offered is named', () => {
  const faults = faultsOf(({ know }) => {
    know.correctAnswer = 7
  })
  expect(faults).toMatchObject([
    {
      code: 'right_answer',
      where: 'form.pages.0.elements.2.correctAnswer',
      en: expect.stringContaining('“7”'),
    },
  ])
})

test('a condition on a question that does not exist is named', () => {
  const faults = faultsOf(({ rate }) => {
    rate.visibleIf = '{usd} = 1'
  })
  expect(faults).toMatchObject([{ code: 'unsupported', en: expect.stringMatching(/rate.*\{usd\}/) }])
})

test('conditions that run in a circle are named, also through the page around a question', () => {
  const direct = faultsOf(({ used, know }) => {
    used.visibleIf = '{know} = 1'
    know.visibleIf = '{rate.place} = 1'
  })
  expect(direct).toMatchObject([
    { code: 'circular', en: expect.stringContaining('used → know → rate → used') },
  ])
  const throughPage = faultsOf((_questions, file) => {
    Object.assign((file.form.pages as object[])[0]!, { visibleIf: '{used} = 1' })
  })
  expect(throughPage).toMatchObject([{ code: 'circular', en: expect.stringContaining('used → used') }])
})

test('a form for citizens must keep minors out', () => {
  const age = (more: object) => ({
    type: 'radiogroup',
    name: 'age_band',
    title: { vi: 'Tuổi?', en: 'Age?' },
    choices: [1, 2].map((value) => ({ value, text: { vi: `nhóm ${value}`, en: `group ${value}` } })),
    ...more,
  })
  const validators = [
    { type: 'expression', expression: '{age_band} > 1', text: { vi: 'Từ 18 tuổi', en: '18 or over' } },
  ]
  const codesWith = (...elements: object[]) =>
    faultsOf((_questions, file) => {
      file.audience = 'citizens'
      ;(file.form.pages as { elements: object[] }[])[0]!.elements.push(...elements)
    }).map((fault) => fault.code)
  expect(codesWith()).toEqual(['adults_only'])
  expect(codesWith(age({ isRequired: true }))).toEqual(['adults_only'])
  const lenient = [{ ...validators[0]!, expression: '{age_band} empty or {age_band} > 1' }]
  expect(codesWith(age({ validators: lenient }))).toEqual(['adults_only'])
  expect(codesWith(age({ isRequired: true, validators }))).toEqual([])
})

test.each([
  ['a file', { type: 'file' }, 'ai đã trả lời'],
  ['a signature', { type: 'signaturepad' }, 'ai đã trả lời'],
  ['a slider with two ends', { type: 'slider', sliderType: 'range' }, 'hai đầu'],
  ['areas of a picture', { type: 'imagemap' }, 'imagemap'],
])(
  '%s is refused with the reason why it is not kept, also inside a table and a panel',
  (_what, part, why) => {
    const asked = { ...part, name: 'extra', title: { vi: 'Thêm', en: 'Extra' } }
    const panel = { type: 'paneldynamic', name: 'panel', title: asked.title, templateElements: [asked] }
    for (const element of [asked, panel]) {
      const faults = faultsOf((_questions, file) => {
        ;(file.form.pages as { elements: object[] }[])[0]!.elements.push(element)
      })
      expect(faults.filter(({ code }) => code === 'not_kept')).toMatchObject([
        { where: 'form', vi: expect.stringContaining(why) },
      ])
    }
  },
)

test('a slider with one end is a number like any other and is taken', () => {
  const slider = { type: 'slider', name: 'minutes', title: { vi: 'Số phút', en: 'Minutes' }, max: 60 }
  const faults = faultsOf((_questions, file) => {
    ;(file.form.pages as { elements: object[] }[])[0]!.elements.push(slider)
  })
  expect(faults).toEqual([])
})

test('a form that asks nothing is named', () => {
  expect(
    faultsOf((_questions, file) => {
      file.form = { pages: [] }
    }),
  ).toMatchObject([{ code: 'no_question' }])
})

test('all faults of a form come at once', () => {
  const codes = faultsOf(({ used, rate, know }) => {
    used.title = 'Used?'
    rate.visibleIf = '{usd} = 1'
    know.correctAnswer = 7
    know.colour = 'red'
  }).map((fault) => fault.code)
  expect(codes.sort()).toEqual([
    'missing_translation',
    'missing_translation',
    'right_answer',
    'unsupported',
    'unsupported',
  ])
})
