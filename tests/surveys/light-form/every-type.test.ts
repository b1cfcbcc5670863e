// Every kind of question on our own samples: what SurveyModel shows on a page is on the page of the light form.
import { describe, expect, it } from 'vitest'
import { compileForm } from '#lib/surveys/compile-form'
import { formPage } from '#lib/surveys/light-form/form-page'
import { untouched } from '#lib/surveys/light-form/form-state'
import { escapeHtml } from '#lib/surveys/light-form/html'
import { openStep } from '#lib/surveys/light-form/open-step'
import { pagingModeOf, rootsOf } from '#lib/surveys/light-form/roots'
import { isText } from '#lib/surveys/light-form/spots'
import { exampleForms, sampleForms } from '../example-forms'
import everyType from './every-type.json'

const text = (vi: string) => ({ vi, en: vi })
const wave = { id: 'w', title: text('Đợt'), formName: 'f.v1', isSample: false }
const everyForm = [
  { name: 'a form of every type', form: everyType as unknown },
  ...exampleForms,
  ...sampleForms,
]
const light = everyForm.filter(({ form }) => compileForm(form).renderer === 'light')

describe.each(light)('the light form of $name', ({ form }) => {
  it('shows the title of every visible question of every page, in order', () => {
    const compiled = compileForm(form)
    const json = compiled.json as object
    const survey = openStep(json, 'vi')
    for (const root of rootsOf(survey, pagingModeOf(json))) {
      const page = formPage(
        { compiled, wave, place: { unitId: 'u', unit: text('Xã') }, language: 'vi', scriptUrl: '/s/x.js' },
        { ...untouched, page: root.number },
      )
      const section = page.slice(page.indexOf(`<section data-page=${root.number}`))
      let from = 0
      for (const question of root.page.questions.filter(
        (one) => one.isVisible && one.isParentVisible && !isText(one),
      )) {
        const at = section.indexOf(escapeHtml(question.locTitle.textOrHtml), from)
        expect(at, question.name).toBeGreaterThan(-1)
        from = at
      }
    }
  })
})
