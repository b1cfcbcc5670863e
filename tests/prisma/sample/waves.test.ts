// What the sample waves say, before anything is stored: realistic, the same every time, with the known story in them.
import { beforeAll, expect, test } from 'vitest'
import { ofKind } from '#lib/definitions/definition'
import { loadDefinitions } from '#lib/definitions/load-definitions'
import { type CompiledForm, compileForm } from '#lib/surveys/compile-form'
import { communes } from '../../../prisma/sample/communes'
import { type FormName, makeSampleWaves, type SampleWave } from '../../../prisma/sample/waves'

const now = new Date('2026-06-15T12:00:00+07:00')
let forms: Record<FormName, CompiledForm>
let waves: Map<string, SampleWave>

beforeAll(async () => {
  const { definitions } = await loadDefinitions(new URL('../../../surveys/', import.meta.url).pathname)
  forms = Object.fromEntries(
    ofKind(definitions, 'form').map((one) => [`${one.slug}.v${one.version}`, compileForm(one.body.form)]),
  ) as Record<FormName, CompiledForm>
  waves = new Map(makeSampleWaves(forms, now).map((wave) => [wave.id, wave]))
})

/** All codes that the answers of a wave give to a column. */
function codesOf(wave: string, column: string, units?: string[]): number[] {
  const { form, responses } = waves.get(wave)!
  const at = forms[form].codebook.findIndex((variable) => variable.name === column)
  return responses.filter((one) => !units || units.includes(one.unitId)).map((one) => one.coded[at]!)
}

const share = (codes: number[], wanted: number[]) =>
  codes.filter((code) => wanted.includes(code)).length / codes.length

test('the same day gives the same answers, another day moves only the open waves', () => {
  const again = new Map(makeSampleWaves(forms, now).map((wave) => [wave.id, wave]))
  const later = makeSampleWaves(forms, new Date('2026-09-01T12:00:00+07:00'))
  expect(again).toEqual(waves)
  expect(later.filter((wave) => JSON.stringify(wave) !== JSON.stringify(waves.get(wave.id)))).toMatchObject([
    { id: 'hai-long-thuong-xuyen' },
    { id: 'phieu-kin-dai-bieu' },
  ])
})

test('most people are satisfied, not all; some do not know, some leave a question empty', () => {
  const asked = codesOf('hai-long-2024-1', 'officials_polite').filter((code) => code !== -3)
  const valid = asked.filter((code) => code >= 1 && code <= 5)
  expect(share(valid, [4, 5])).toBeGreaterThan(0.7)
  expect(share(valid, [4, 5])).toBeLessThan(0.9)
  expect(share(valid, [1, 2])).toBeGreaterThan(0.01)
  expect(share(asked, [98])).toBeGreaterThan(0.01)
  expect(share(asked, [-2])).toBeGreaterThan(0.005)
})

test('those who used no service were not asked about it', () => {
  const used = codesOf('hai-long-2024-1', 'service_use')
  const asked = codesOf('hai-long-2024-1', 'overall_service').map((code) => code !== -3)
  expect(asked).toEqual(used.map((code) => code === 1 || code === 2))
  expect(share(used, [3])).toBeGreaterThan(0.2)
})

test('the campaign lifts knowledge where it ran, by more than elsewhere; before it all changed alike', () => {
  const places = (hadCampaign: boolean) =>
    communes.filter((one) => one.hadCampaign === hadCampaign).map((one) => one.unitId)
  const knows = (wave: string, units: string[]) =>
    share(codesOf(wave, 'know_programme', units), [2]) + share(codesOf(wave, 'know_digital', units), [2])
  const lift = (units: string[], from: string, to: string) => (knows(to, units) - knows(from, units)) / 2
  const more = (from: string, to: string) => lift(places(true), from, to) - lift(places(false), from, to)
  expect(more('nhan-biet-2024-1', 'nhan-biet-2024-2')).toBeGreaterThan(0.02)
  expect(Math.abs(more('nhan-biet-2023', 'nhan-biet-2024-1')), 'before it').toBeLessThan(0.05)
})

test('a channel that does not exist is recalled by a few, campaign or not', () => {
  for (const wave of ['nhan-biet-2023', 'nhan-biet-2024-1', 'nhan-biet-2024-2']) {
    expect(share(codesOf(wave, 'seen_phone_game'), [1])).toBeGreaterThan(0.01)
    expect(share(codesOf(wave, 'seen_phone_game'), [1])).toBeLessThan(0.08)
  }
})

test('delegates give reasons as often for low as for high marks', () => {
  const { responses } = waves.get('dai-bieu-2024')!
  const marks = responses.flatMap(({ answers }) =>
    Object.keys(answers)
      .filter((key) => key.startsWith('rate_'))
      .map((key) => ({ mark: answers[key] as number, why: key.replace('rate', 'why') in answers })),
  )
  const withReason = (low: number, high: number) => {
    const some = marks.filter(({ mark }) => mark >= low && mark <= high)
    return some.filter((one) => one.why).length / some.length
  }
  expect(Math.abs(withReason(1, 2) - withReason(4, 5))).toBeLessThan(0.08)
})

test('one commune has too few answers in the second wave', () => {
  const counts = communes.map(({ unitId }) => codesOf('hai-long-2024-2', 'overall', [unitId]).length)
  expect(counts.filter((count) => count < 30)).toEqual([18])
})

test('both satisfaction waves ask in the same villages', () => {
  expect(waves.get('hai-long-2024-2')!.units).toEqual(waves.get('hai-long-2024-1')!.units)
})
