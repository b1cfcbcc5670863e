// The life of a wave in the hands of officers: planned, opened, counted, closed.
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { createLetters } from '#lib/flows/create-letters'
import { createWave } from '#lib/flows/create-wave'
import { endWave } from '#lib/flows/end-wave'
import { listFormsToPlan } from '#lib/flows/list-forms-to-plan'
import { listWaves } from '#lib/flows/list-waves'
import { loadWave } from '#lib/flows/load-wave'
import { submitAnswers } from '#lib/flows/submit-answers'
import type { Problem } from '#lib/problem'
import type { WaveInput } from '#lib/wave-input'
import { fixClock } from '../support/fix-clock'
import { makeActor, makeDefinition, makeResponse, makeWave } from '../support/make'

const officer = makeActor({ role: 'district' })
const ninhPhuoc = '22870-2'
const phuocHau = '22873-2'

const plan: WaveInput = {
  title: 'Hài lòng của người dân, quý II năm 2026',
  form: 'citizen-satisfaction.v1',
  design: 'none',
  modes: ['self', 'assisted'],
  entries: ['open'],
  periodStart: '2026-04-01',
  periodEnd: '2026-06-30',
  opensAt: '2026-06-01T08:00',
  closesAt: '2026-07-15T17:00',
  units: [
    { id: ninhPhuoc, target: '100' },
    { id: phuocHau, target: 50 },
  ],
}

/** The faults that creating this wave runs into, as field: code. */
async function faultsOf(change: Partial<WaveInput>): Promise<string[]> {
  const problem = await createWave(officer, { ...plan, ...change }).then(
    () => null,
    (error: Problem) => error,
  )
  const faults = (problem?.details.faults ?? []) as { question: string; code: string }[]
  return faults.map(({ question, code }) => `${question}: ${code}`)
}

beforeEach(() => fixClock())

describe('creating a wave', () => {
  it('stores it with units and targets, takes the code from the title, and leaves a line in the audit log', async () => {
    const { id } = await createWave(officer, plan)
    expect(id).toBe('hai-long-cua-nguoi-dan-quy-ii-nam-2026')
    const wave = await loadWave(officer, { id })
    expect(wave).toMatchObject({ status: 'open', audience: 'citizens', isSample: false, titleEn: plan.title })
    expect(wave.opensAt.toISOString()).toBe('2026-06-01T01:00:00.000Z')
    expect(Object.fromEntries(wave.units.map((unit) => [unit.id, unit.target]))).toEqual({
      [ninhPhuoc]: 100,
      [phuocHau]: 50,
    })
    const [line] = await database().prisma.auditEvent.findMany()
    expect(line).toMatchObject({ action: 'create-wave', subject: id, actorId: officer.userId })
  })

  it('stores days of grace and who keys in paper, and grants neither unless asked to', async () => {
    const asked = { graceDays: '7', isPaperKeyedByUnits: true, modes: ['self', 'paper'] } as const
    const granted = await createWave(officer, { ...plan, ...asked, modes: [...asked.modes], id: 'granted' })
    expect(await loadWave(officer, granted)).toMatchObject({ graceDays: 7, isPaperKeyedByUnits: true })
    const plain = await createWave(officer, { ...plan, id: 'plain' })
    expect(await loadWave(officer, plain)).toMatchObject({ graceDays: 0, isPaperKeyedByUnits: false })
  })

  it('refuses a kiosk for a form whose every step needs the server, and says so before it is chosen', async () => {
    const title = { vi: 'Phiếu', en: 'Form' }
    const asking = { type: 'text', name: 'name', title: 'Tên' }
    const piping = { elements: [asking, { type: 'comment', name: 'why', title: 'Vì sao, {name}?' }] }
    await makeDefinition({ slug: 'piping', body: { title, audience: 'citizens', form: piping } })
    const form = { form: 'piping.v1' }
    expect(await faultsOf({ ...form, modes: ['self', 'kiosk'] })).toEqual(['modes: form_needs_network'])
    expect(await faultsOf({ ...form, modes: ['self', 'assisted'] })).toEqual([])
    const forms = await listFormsToPlan(officer)
    const needy = forms.filter(({ serving }) => serving.way === 'light-by-page')
    expect(needy.map(({ name }) => name)).toContain('piping.v1')
    expect(needy.map(({ name }) => name)).not.toContain(plan.form)
  })

  it('lets delegates have the full page of SurveyJS, and citizens never', async () => {
    expect(await faultsOf({ renderer: 'surveyjs' })).toEqual(['renderer: light_for_citizens'])
    const form = 'delegate-assessment.v2'
    expect(await faultsOf({ form, renderer: 'surveyjs', entries: [], modes: ['self'] })).toEqual([])
  })

  it('makes every wave of invited people confidential, for good, and lets nobody switch it', async () => {
    const secret = { form: 'delegate-assessment.v2', modes: ['self' as const], entries: [] }
    const { id } = await createWave(officer, { ...plan, ...secret })
    expect(await loadWave(officer, { id })).toMatchObject({
      secrecy: 'ballot',
      entries: ['ballot'],
      graceDays: 0,
    })
    const open = await createWave(officer, { ...plan, id: 'cong-dan' })
    for (const [wave, secrecy] of [
      [id, 'open'],
      [open.id, 'ballot'],
    ])
      await expect(
        database().prisma.wave.update({ where: { id: wave! }, data: { secrecy: secrecy! } }),
      ).rejects.toThrow()
  })

  it('refuses for secret ballots whatever would give single people away', async () => {
    const secret = { form: 'delegate-assessment.v2', modes: ['self' as const], entries: [] }
    expect(await faultsOf({ ...secret, modes: ['self', 'assisted'] })).toEqual(['modes: self_only'])
    expect(await faultsOf({ ...secret, graceDays: '3' })).toEqual(['graceDays: no_grace_for_ballots'])
    const small = [
      { id: ninhPhuoc, target: '2' },
      { id: phuocHau, target: 5 },
    ]
    expect(await faultsOf({ ...secret, units: small })).toEqual(['units: group_too_small'])
  })

  it('stores the drawn villages of a sample', async () => {
    const clusters = `unit,code,name,stratum,weight\n22870,A,Thôn A,biển,10\n22870,B,Thôn B,biển,12\n${phuocHau},A,Thôn A,,7`
    const { id } = await createWave(officer, { ...plan, design: 'clusters', clusters })
    const wave = await loadWave(officer, { id })
    expect(
      wave.units
        .flatMap((unit) => unit.villages)
        .map((village) => village.weight)
        .sort(),
    ).toEqual([10, 12, 7])
  })

  it.each<[string, Partial<WaveInput>, string[]]>([
    ['no title', { title: ' ' }, ['title: too_small']],
    ['a code that does not read well in a link', { id: 'Đợt 1' }, ['id: invalid_format']],
    ['a form that is not published', { form: 'nothing.v1' }, ['form: unknown_form']],
    ['no way to answer', { modes: [] }, ['modes: too_small']],
    ['no right to answer', { entries: [] }, ['entries: no_entry']],
    ['too many days of grace', { graceDays: '31' }, ['graceDays: too_big']],
    ['half a day of grace', { graceDays: '0.5' }, ['graceDays: invalid_format']],
    ['units that key in paper of a wave without paper', { isPaperKeyedByUnits: true }, ['modes: no_paper']],
    ['no unit', { units: [] }, ['units: too_small']],
    ['an unknown unit', { units: [{ id: 'x', target: 1 }] }, ['units: unknown_unit']],
    [
      'a unit chosen twice',
      {
        units: [
          { id: ninhPhuoc, target: 1 },
          { id: ninhPhuoc, target: 2 },
        ],
      },
      ['units: unit_twice'],
    ],
    ['a target below zero', { units: [{ id: ninhPhuoc, target: '-1' }] }, ['units: invalid_format']],
    ['half an answer as target', { units: [{ id: ninhPhuoc, target: 1.5 }] }, ['units: invalid_type']],
    ['a period that runs backward', { periodStart: '2026-07-01' }, ['periodEnd: period_backward']],
    ['no period', { periodStart: '' }, ['periodStart: invalid_format']],
    ['closing before opening', { closesAt: '2026-05-01T08:00' }, ['closesAt: closes_before_opening']],
    [
      'closing in the past',
      { opensAt: '2026-01-01T08:00', closesAt: '2026-02-01T08:00' },
      ['closesAt: closes_in_the_past'],
    ],
    [
      'a unit that ends within the period',
      { periodStart: '2025-06-01', units: [{ id: '22870-1', target: 1 }] },
      ['units: unit_not_valid'],
    ],
    [
      'a unit that begins within the period',
      { periodStart: '2025-06-01', units: [{ id: ninhPhuoc, target: 1 }] },
      ['units: unit_not_valid'],
    ],
    ['a sample without villages', { design: 'clusters' }, ['clusters: cluster_line']],
    [
      'a sample that leaves a unit out',
      { design: 'clusters', clusters: 'unit,code,name,stratum,weight\n22870,A,,,1' },
      ['clusters: unit_without_cluster'],
    ],
  ])('is refused with %s', async (_, change, faults) => {
    expect(await faultsOf(change)).toEqual(faults)
    expect(await database().prisma.wave.count()).toBe(0)
  })

  it('names all faults at once', async () => {
    expect(
      await faultsOf({ form: 'nothing.v1', closesAt: '2026-05-01T08:00', units: [{ id: 'x', target: 1 }] }),
    ).toEqual(['form: unknown_form', 'closesAt: closes_before_opening', 'units: unknown_unit'])
  })

  it('is refused for a code that is taken', async () => {
    await createWave(officer, plan)
    await expect(createWave(officer, plan)).rejects.toMatchObject({ code: 'already_exists', status: 409 })
  })
})

describe('the officer of a commune', () => {
  const own = makeActor({ role: 'commune', unitId: ninhPhuoc })

  it('sees waves of the own commune only, and of those the own numbers only', async () => {
    const shared = await makeWave({ units: [ninhPhuoc, phuocHau] })
    const other = await makeWave({ units: [phuocHau] })
    await makeResponse(shared, { unitId: ninhPhuoc })
    await makeResponse(shared, { unitId: phuocHau })
    expect(await listWaves(own)).toMatchObject([{ id: shared.id, units: 1, target: 10, answers: 1 }])
    expect((await loadWave(own, { id: shared.id })).units.map((unit) => unit.id)).toEqual([ninhPhuoc])
    await expect(loadWave(own, { id: other.id })).rejects.toMatchObject({ code: 'unknown_wave' })
  })

  it('can neither create nor end a wave nor make letters', async () => {
    const wave = await makeWave({ units: [ninhPhuoc] })
    await expect(createWave(own, plan)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(endWave(own, { id: wave.id, how: 'close' })).rejects.toMatchObject({ code: 'not_allowed' })
    const letters = createLetters(own, { wave: wave.id, unit: ninhPhuoc, count: '10' })
    await expect(letters).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('ending a wave', () => {
  it('closes it now, and answers are refused from then on', async () => {
    const { id } = await createWave(officer, plan)
    await endWave(officer, { id, how: 'close' })
    expect((await loadWave(officer, { id })).status).toBe('closed')
    const late = submitAnswers(null, { wave: id, unit: ninhPhuoc, receipt: randomUUID(), answers: {} })
    await expect(late).rejects.toMatchObject({ code: 'wave_closed' })
  })

  it('cancels one that has not opened yet, but cannot close it', async () => {
    const { id } = await createWave(officer, { ...plan, opensAt: '2026-07-01T08:00' })
    await expect(endWave(officer, { id, how: 'close' })).rejects.toMatchObject({ code: 'invalid_input' })
    await endWave(officer, { id, how: 'cancel' })
    expect((await loadWave(officer, { id })).status).toBe('cancelled')
    await expect(endWave(officer, { id, how: 'cancel' })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('is refused for a wave that does not exist', async () => {
    await expect(endWave(officer, { id: 'khong-co', how: 'close' })).rejects.toMatchObject({
      code: 'unknown_wave',
    })
  })
})
