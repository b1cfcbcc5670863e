import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaperField } from '#lib/surveys/paper-form/paper-field'
import { paperForm } from '#lib/surveys/paper-form/paper-form'
import { paperFields } from '#lib/surveys/paper-form/paper-questions'
import { readForm } from '#lib/surveys/read-form'
import { exampleForms } from '../example-forms'

const text = { vi: 'Chữ', en: 'Words' }
const head = {
  title: text,
  asker: text,
  purpose: text,
  handling: text,
  consent: text,
  wave: text,
  unit: { vi: 'Xã An Hải', en: 'An Hai commune' },
  hasVillage: false,
  isSample: false,
}

const print = (form: unknown) => paperForm(readForm(form), head, ['vi', 'en']).text

const count = (page: string, part: string) => page.split(part).length - 1

/** How often a field of the form, with each of its boxes, stands on the page: once each when all is well. */
function timesPrinted(page: string, field: PaperField): number[] {
  const isInTable = field.choices.length > 0 && count(page, `data-field="${field.key}"`) > 0
  if (field.choices.length === 0) return [count(page, `data-field="${field.key}"`)]
  if (!isInTable) return field.choices.map(({ code }) => count(page, `data-choice="${field.key}=${code}"`))
  const row = page.split(`data-field="${field.key}"`)[1]!.split('</tr>')[0]!
  return [
    count(page, `data-field="${field.key}"`),
    ...field.choices.map(({ code }) => count(row, `<span class="code">${code}</span>`)),
  ]
}

const text32 = fc.stringMatching(/^[a-zđêơ ]{1,20}$/).filter((word) => word.trim().length > 0)
const choices = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 200 }), fc.stringMatching(/^[a-z]{1,6}$/)), {
    minLength: 1,
    maxLength: 9,
    selector: String,
  })
  .map((values) => values.map((value) => ({ value, text: { vi: `chọn ${value}`, en: `pick ${value}` } })))
const question = fc.oneof(
  fc.record({ type: fc.constantFrom('radiogroup', 'dropdown', 'checkbox'), title: text32, choices }),
  fc.record({ type: fc.constant('matrix'), title: text32, columns: choices, rows: choices }),
  fc.record({ type: fc.constantFrom('text', 'comment', 'boolean', 'rating'), title: text32 }),
)
const madeUpForm = fc.array(question, { minLength: 1, maxLength: 6 }).map((questions) => ({
  pages: [{ name: 'p', elements: questions.map((one, at) => ({ ...one, name: `q${at}` })) }],
}))

describe('the printed form', () => {
  it.each(exampleForms)('has each question, row and box of $name exactly once', ({ form }) => {
    const page = print(form)
    for (const field of paperFields(readForm(form)))
      expect([field.key, ...new Set(timesPrinted(page, field))]).toEqual([field.key, 1])
  })

  it('has each question, row and box of any form exactly once', () => {
    fc.assert(
      fc.property(madeUpForm, (form) => {
        const page = print(form)
        const fields = paperFields(readForm(form))
        expect(fields.length).toBeGreaterThan(0)
        for (const field of fields) expect([...new Set(timesPrinted(page, field))]).toEqual([1])
        expect(count(page, 'data-question=')).toBe(form.pages[0]!.elements.length)
      }),
      { numRuns: 150 },
    )
  })

  it('says each text in both languages, and once where there is only one', () => {
    const page = print({
      pages: [{ elements: [{ type: 'text', name: 'q', title: { vi: 'Tên đường?', en: 'Which road?' } }] }],
    })
    expect(page).toContain('<span lang="vi">Tên đường?</span>')
    expect(page).toContain('<span class="second" lang="en">Which road?</span>')
    const plain = print({ pages: [{ elements: [{ type: 'text', name: 'q', title: 'Tên đường?' }] }] })
    expect(count(plain, 'Tên đường?')).toBe(1)
  })

  it('prints what others are asked too, with a note for whom, and says at the box what to skip', () => {
    const form = {
      pages: [
        {
          elements: [
            { type: 'radiogroup', name: 'used', title: 'Đã đến?', choices: [1, 2] },
            { type: 'text', name: 'where', title: 'Ở đâu?', visibleIf: '{used} = 1' },
            { type: 'text', name: 'why', title: 'Vì sao?' },
          ],
        },
      ],
    }
    const page = print(form)
    expect(page).toContain('chỉ trả lời nếu câu 1 chọn ô 1.')
    expect(page).toMatch(/data-choice="used=2".*chuyển sang câu 3/)
    expect(page).not.toMatch(/data-choice="used=1"[^\n]*chuyển sang[^\n]*data-choice="used=2"/)
  })

  it('names the questions that the condition of a page is about', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ type: 'text', name, title: name }))
    const page = print({ pages: [{ elements: [a] }, { elements: [b, c], visibleIf: '{a} notempty' }] })
    expect(page).toContain('Câu 2–3: chỉ trả lời nếu câu 1 có trả lời.')
  })

  it('lets no text of a form become a tag', () => {
    const page = print({ pages: [{ elements: [{ type: 'text', name: 'q', title: '<script>x</script>' }] }] })
    expect(page).not.toContain('<script>')
  })

  it('points with a number to an answer that a screen would fill in', () => {
    const page = print({
      pages: [
        {
          elements: [
            { type: 'text', name: 'place', title: 'Nơi nào?' },
            { type: 'text', name: 'why', title: 'Vì sao chọn {place}?' },
          ],
        },
      ],
    })
    expect(page).toContain('Vì sao chọn (câu 1)?')
  })
})
