// Adding and removing a repeated panel, as a browser without a script does it.
import { describe, expect, it } from 'vitest'
import { compileForm } from '#lib/surveys/compile-form'
import { formPage } from '#lib/surveys/light-form/form-page'
import { readPost } from '#lib/surveys/light-form/read-post'
import { takeStep } from '#lib/surveys/light-form/take-step'
import { sampleForms } from '../example-forms'

const compiled = compileForm(sampleForms.find(({ name }) => name.includes('repeated'))!.form)
const text = { vi: 'Đợt', en: 'Wave' }
const wave = { id: 'w', title: text, formName: 'f.v1', isSample: false }

function pageAfter(fields: Record<string, string>): string {
  const posted = { '~page': '1', '~consent': '1', ...fields }
  const { state } = takeStep(compiled, readPost(compiled, new URLSearchParams(posted)), 'vi')
  const place = { unitId: 'u', unit: text }
  return formPage({ compiled, wave, place, language: 'vi', scriptUrl: '/s/x.js' }, state)
}
const stateOf = (answers: object) => JSON.stringify({ answers })
const panels = (page: string) => page.match(/<fieldset class="row box" id=f0-/g)?.length ?? 0
const begun = (page: string) => /<fieldset[^>]*id=(\S+)[^>]*autofocus/.exec(page)?.[1]

describe('a repeated panel', () => {
  it('is added at the end, and the reader begins there', () => {
    const page = pageAfter({ '~add': 'children' })
    expect([panels(page), begun(page)]).toEqual([2, 'f0-1'])
  })

  it('is removed, and the reader begins at the question again', () => {
    const page = pageAfter({
      '~state': stateOf({ children: [{ age: 7 }, { age: 9 }] }),
      '~remove': 'children.0',
    })
    expect([panels(page), begun(page)]).toEqual([1, 'f0'])
    expect(page).toContain('value="9"')
  })

  it('keeps its last one where SurveyJS has no answer that says “none”', () => {
    expect(panels(pageAfter({ '~remove': 'children.0' }))).toBe(1)
    expect(pageAfter({})).not.toContain('value="children.0"')
  })

  it('stays as it is when something else is to be added', () => {
    const page = pageAfter({ '~add': 'nothing' })
    expect([panels(page), begun(page)]).toEqual([1, undefined])
  })
})
