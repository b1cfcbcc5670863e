import { expect, it } from 'vitest'
import { unheardChoices } from '#lib/surveys/unheard-choices'

const places = ['q', 'q/choices/a', 'q/choices/b', 'm/rows/x', 'm/columns/1', 'm/columns/2'].map((owner) => ({
  owner,
  label: owner.toUpperCase(),
}))
const audio = (owner: string, language = 'cjm') => ({ owner, language, kind: 'audio' as const })

it('names the choices that lack a recording where others have one', () => {
  expect(unheardChoices(places, [audio('q'), audio('q/choices/a'), audio('m/columns/2')], 'cjm')).toEqual([
    { question: 'q', missing: [{ owner: 'q/choices/b', label: 'Q/CHOICES/B' }] },
    { question: 'm', missing: [{ owner: 'm/columns/1', label: 'M/COLUMNS/1' }] },
  ])
})

it('is content with all or none, and with a Vietnamese recording that stands in', () => {
  expect(unheardChoices(places, [audio('q'), audio('m/rows/x')], 'cjm')).toEqual([])
  expect(unheardChoices(places, [audio('q/choices/a'), audio('q/choices/b', 'vi')], 'cjm')).toEqual([])
  expect(unheardChoices(places, [audio('q/choices/a', 'rog')], 'cjm')).toEqual([])
  expect(unheardChoices(places, [{ ...audio('q/choices/a'), kind: 'image' }], 'cjm')).toEqual([])
})
