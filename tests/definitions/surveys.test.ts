// The files researchers edit: everything in surveys/ must load without a fault. A failure here prints what to mend.
import { expect, test } from 'vitest'
import { loadDefinitions } from '#lib/definitions/load-definitions'

const surveys = new URL('../../surveys/', import.meta.url).pathname

test('every file in surveys/ has the right shape and passes the cross-checks', async () => {
  const { definitions, faults } = await loadDefinitions(surveys)
  expect(faults.map((fault) => `${fault.file} ${fault.where}: ${fault.vi} / ${fault.en}`)).toEqual([])
  expect(definitions.length).toBeGreaterThan(0)
})
