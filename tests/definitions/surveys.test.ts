// The files researchers edit: everything in surveys/ must load without a fault. A failure here prints what to mend.
import { expect, test } from 'vitest'
import { ofKind } from '#lib/definitions/definition'
import { loadDefinitions } from '#lib/definitions/load-definitions'
import { codebook } from '#lib/surveys/codebook'

const surveys = new URL('../../surveys/', import.meta.url).pathname

test('every file in surveys/ has the right shape and passes the cross-checks', async () => {
  const { definitions, faults } = await loadDefinitions(surveys)
  expect(faults.map((fault) => `${fault.file} ${fault.where}: ${fault.vi} / ${fault.en}`)).toEqual([])
  expect(definitions.length).toBeGreaterThan(0)
})

test('areas and channels mean the same in forms and indexes as in their own files', async () => {
  const { definitions } = await loadDefinitions(surveys)
  const areas = ofKind(definitions, 'areas').flatMap((one) => one.body.areas.map((area) => area.code))
  const channels = [
    ...new Set(ofKind(definitions, 'channels').flatMap((one) => one.body.channels.map(({ code }) => code))),
  ]
  const columnsOf = (form: (typeof definitions)[number], prefix: string) =>
    (form.kind === 'form' ? codebook(form.body.form) : [])
      .map((variable) => variable.name)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length))
  const columns = (slug: string, prefix: string) => {
    const versions = definitions.filter((one) => one.kind === 'form' && one.slug === slug)
    const [first, ...others] = versions.map((form) => columnsOf(form, prefix))
    for (const other of others) expect(other).toEqual(first)
    return first!
  }
  expect(columns('awareness', 'aware_')).toEqual(areas)
  expect(columns('delegate-assessment', 'rate_')).toEqual(areas)
  expect(columns('awareness', 'seen_').sort()).toEqual(
    [...channels.filter((code) => code !== 'press_briefing'), 'phone_game'].sort(),
  )
  const parIndex = ofKind(definitions, 'index').find((one) => one.slug === 'par-index-commune')
  expect(parIndex?.body.criteria.map((criterion) => criterion.area)).toEqual(areas)
})

test('the same answer scale never goes by two numbers: don’t know is 98, prefer not to say is 99', async () => {
  const { definitions } = await loadDefinitions(surveys)
  for (const { file, body } of ofKind(definitions, 'form')) {
    for (const { name, values } of codebook(body.form)) {
      for (const { value, label } of values) {
        const isNoOpinion = /^(Không (biết|nhớ|đủ thông tin)|Không muốn trả lời)/.test(label.vi)
        expect([98, 99].includes(value as number), `${file} ${name}: ${label.vi}`).toBe(isNoOpinion)
      }
    }
  }
})
