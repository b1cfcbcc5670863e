import { describe, expect, it } from 'vitest'
import { checkBurden } from '#lib/definitions/check-burden'
import { ofKind } from '#lib/definitions/definition'
import type { FormFile } from '#lib/definitions/form-file'
import { loadDefinitions } from '#lib/definitions/load-definitions'
import { questionsOf, smallForm, smallIndex } from './small-definitions'

const text = (vi: string) => ({ vi, en: vi })

function formWith(...more: Record<string, unknown>[]): FormFile {
  const file = smallForm()
  const [page] = file.form.pages as { elements: Record<string, unknown>[] }[]
  delete questionsOf(file).rate.visibleIf
  page!.elements.push(...more)
  return file
}
const why = { type: 'comment', name: 'why', title: text('Vì sao?') }

describe('checkBurden', () => {
  it('refuses a question that only the dissatisfied are asked', () => {
    const found = checkBurden(formWith({ ...why, visibleIf: '{rate.staff} = 1' }), [])
    expect(found).toMatchObject([{ code: 'uneven_burden', where: 'rate_staff' }])
    expect(found[0]!.vi).toContain('“1”')
  })

  it('refuses a remark that only the dissatisfied must write', () => {
    expect(checkBurden(formWith({ ...why, requiredIf: '{rate.staff} < 2' }), [])).toHaveLength(1)
  })

  it('takes a question that everybody may answer, or that high ratings bring up', () => {
    expect(checkBurden(formWith(why), [])).toEqual([])
    expect(checkBurden(formWith({ ...why, visibleIf: '{rate.staff} = 3' }), [])).toEqual([])
  })

  it('does not mind “don’t know”, nor what facts lead to', () => {
    expect(checkBurden(formWith({ ...why, visibleIf: '{rate.staff} = 98' }), [])).toEqual([])
    expect(checkBurden(formWith({ ...why, visibleIf: '{used} = 1' }), [])).toEqual([])
  })

  it('learns from the points of an index which answer is the low one', () => {
    const index = smallIndex()
    const reading = { form: 'small', variables: ['used'], points: { 1: 1, 2: 0, 98: null } }
    index.criteria = [{ ...index.criteria[0]!, source: reading }]
    const asksTheLow = formWith({ ...why, visibleIf: '{used} = 2' })
    expect(checkBurden(asksTheLow, [index])).toMatchObject([{ where: 'used' }])
    expect(checkBurden(formWith({ ...why, visibleIf: '{used} = 1' }), [index])).toEqual([])
  })

  it('finds nothing in our own forms', async () => {
    const { definitions } = await loadDefinitions(new URL('../../surveys/', import.meta.url).pathname)
    const indexes = ofKind(definitions, 'index').map(({ body }) => body)
    for (const { body, slug } of ofKind(definitions, 'form'))
      expect(checkBurden(body, indexes), slug).toEqual([])
  })
})
