import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CompiledForm, compileForm } from '#lib/surveys/compile-form'
import { formPage } from '#lib/surveys/light-form/form-page'
import { type FormState, untouched } from '#lib/surveys/light-form/form-state'
import { readPost } from '#lib/surveys/light-form/read-post'
import { mutatedAnswers, shapedAnswers } from '../arbitrary-answers'
import { exampleForms } from '../example-forms'
import { kitchenSinkForm } from '../kitchen-sink-form'

const text = (vi: string) => ({ vi, en: `${vi} (en)` })
const introduction = {
  title: text('Phiếu'),
  minutes: 5,
  purpose: text('Mục đích'),
  asker: text('Người hỏi'),
  handling: text('Cách dùng'),
  retention: text('Thời hạn'),
  consent: text('Đồng ý'),
}

function draw(compiled: CompiledForm, state: Partial<FormState> = {}, language: 'vi' | 'en' = 'vi') {
  const wave = { id: 'w1', title: text('Đợt 1'), formName: 'f.v1', isSample: false }
  const place = { unitId: 'u1', unit: text('Xã Một') }
  return formPage(
    { compiled, introduction, wave, place, language, scriptUrl: '/s/form.0.js' },
    { ...untouched, ...state },
  )
}

const withoutEntities = (html: string) =>
  html.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_all, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
  )
const attribute = (tag: string, name: string) =>
  withoutEntities(
    new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ??
      new RegExp(`\\s${name}=([^\\s">]+)`).exec(tag)?.[1] ??
      '',
  )

/** What a browser would post from this page. */
function fieldsOf(page: string): URLSearchParams {
  const fields = new URLSearchParams()
  const form = page.slice(page.indexOf('<form'), page.indexOf('</form>'))
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const isPickable = /type=(radio|checkbox)/.test(tag)
    if (!isPickable || /\schecked/.test(tag)) fields.append(attribute(tag, 'name'), attribute(tag, 'value'))
  }
  for (const [, tag, value] of form.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/g))
    fields.append(attribute(tag!, 'name'), withoutEntities(value!))
  for (const [, tag, options] of form.matchAll(/<select([^>]*)>(.*?)<\/select>/gs))
    fields.append(
      attribute(tag!, 'name'),
      attribute(/<option[^>]*selected[^>]*>/.exec(options!)?.[0] ?? '', 'value'),
    )
  return fields
}

describe.each(exampleForms)('formPage of $name', ({ form }) => {
  const compiled = compileForm(form)

  it('carries any answers through the page and back without changing them', () => {
    fc.assert(
      fc.property(shapedAnswers(compiled), (answers) => {
        const page = draw(compiled, { page: 1, answers, hasConsent: true, receipt: 'r-1' })
        const post = readPost(compiled, fieldsOf(page))
        expect(post.kept?.answers).toEqual(answers)
        expect(post).toMatchObject({
          page: 1,
          hasConsent: true,
          receipt: 'r-1',
          formName: 'f.v1',
          language: 'vi',
        })
      }),
      { numRuns: 30 },
    )
  })

  it('draws whatever was posted, and lets no part of it become markup', () => {
    const tags = (page: string) => page.match(/<(script|img|iframe|object)\b/g)?.length
    const calm = tags(draw(compiled))
    fc.assert(
      fc.property(mutatedAnswers(compiled), (answers) => {
        const evil = {
          ...answers,
          [compiled.questions.at(-1)!.question.name]: '"><script>alert(1)</script><img src=x>',
        }
        expect(tags(draw(compiled, { page: 1, answers: evil }))).toBe(calm)
      }),
      { numRuns: 25 },
    )
  })
})

describe('formPage', () => {
  const compiled = compileForm(kitchenSinkForm)

  it('ticks nothing beforehand, consent least of all', () => {
    expect(draw(compiled)).not.toMatch(/\s(checked|selected)/)
  })

  it('gives every control a name for screen readers and every group a legend', () => {
    const page = draw(compiled)
    const count = (pattern: RegExp) => page.match(pattern)?.length ?? 0
    expect(count(/<fieldset/g)).toBe(count(/<legend>/g))
    expect(count(/<input type=(radio|checkbox)/g)).toBe(count(/<label class="?o( consent)?"?><input/g))
    for (const [, id] of page.matchAll(/<label class=label for=([^\s>]+)>/g))
      expect(page).toContain(`id=${id}`)
  })

  it('hides pages and questions that do not apply, and numbers the pages that do', () => {
    const page = draw(compiled, { page: 1, answers: { used: 0 } })
    expect(page).toContain('Phần 1/2')
    expect(draw(compiled, { page: 1, answers: { used: 1 } })).toContain('Phần 1/3')
  })

  it('ties a message to its question and lists it with a link', () => {
    const fault = {
      question: 'service.seat',
      code: 'required',
      vi: 'Câu “Chỗ ngồi” chưa được trả lời.',
      en: 'x',
    }
    const page = draw(compiled, { page: 2, answers: { used: 1 }, faults: [fault] })
    expect(page).toContain('<a href="#f4-1">Câu “Chỗ ngồi” chưa được trả lời.</a>')
    expect(page).toMatch(/<fieldset id=f4-1 [^>]*aria-invalid=true aria-describedby=e-f4-1/)
    expect(page).toContain('<p class=fault id=e-f4-1>')
  })

  describe('where the answers decide what is required', () => {
    const asked = { type: 'radiogroup', name: 'used', title: 'Rồi?', choices: [1, 0], isRequired: true }
    const why = (requiredIf: string, more: object = {}) => ({
      type: 'text',
      name: 'why',
      title: 'Vì sao?',
      requiredIf,
      ...more,
    })
    const label = (page: string) => /<label class=label for=f1>(.*?)<\/label>/.exec(page)?.[1]
    const field = (page: string) => /<input type=text id=f1 [^>]*>/.exec(page)?.[0]

    it('marks it as it stands and leaves the rest to the script', () => {
      const form = compileForm({ elements: [asked, why('{used} = 1')] })
      const live =
        '<span class=opt data-if="[&quot;negate&quot;,[&quot;equal&quot;,[&quot;v&quot;,&quot;used&quot;],1]]"'
      const before = draw(form, { page: 1 })
      expect(label(before)).toContain(`${live} >(không bắt buộc)</span>`)
      expect(field(before)).toContain('aria-required=false')
      const after = draw(form, { page: 1, answers: { used: 1 } })
      expect(label(after)).toContain(`${live} hidden>(không bắt buộc)</span>`)
      expect(field(after)).toContain('aria-required=true')
    })

    it('says so where only the server can tell', () => {
      const form = compileForm({ elements: [asked, why("iif({used} = 1, 'x', '') = 'x'")] })
      expect(label(draw(form, { page: 1 }))).toContain('<span class=opt >(có khi bắt buộc)</span>')
    })

    it('follows the answers on a page that the server draws', () => {
      const form = compileForm({ elements: [asked, why('{used} = 1', { defaultValue: 'x' })] })
      expect(label(draw(form, { page: 1, answers: {} }))).toContain('(không bắt buộc)')
      expect(label(draw(form, { page: 1, answers: { used: 1 } }))).toBe('Vì sao?')
    })
  })

  it('draws a choice that has neither value nor text', () => {
    const form = compileForm({ elements: [{ type: 'checkbox', name: 'sex', choices: ['', ''] }] })
    expect(draw(form, { page: 1 })).toContain('name="sex"')
  })

  it('speaks English where it is asked to', () => {
    const page = draw(compiled, {}, 'en')
    expect(page).toContain('<html lang=en>')
    expect(page).toContain('Been to the office?')
    expect(page).toContain('Phiếu (en)')
  })
})
