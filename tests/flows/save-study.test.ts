// A draft of a study: what it names must have been published, because a declared study cannot be mended.
import { beforeEach, expect, it } from 'vitest'
import { findStudyRow } from '#lib/db/effect-studies'
import { saveStudy } from '#lib/flows/save-study'
import { publishMadeUp } from '../support/made-up-wave'
import { makeActor } from '../support/make'
import { studyPlanOf } from '../support/make-study'

const officer = makeActor({ role: 'district' })
const save = (codeFrame?: string | null) => {
  const { reach, ...plan } = studyPlanOf()
  const title = 'Loa xã có tác dụng không?'
  return saveStudy(officer, {
    unit: 'district',
    title,
    plan: codeFrame === undefined ? plan : { ...plan, reach: { ...reach, codeFrame } },
  })
}

beforeEach(() => publishMadeUp(['a', 'b']))

it('keeps the version of the code frame with the study, the one of today where none is named', async () => {
  const study = await findStudyRow(await save())
  expect(study!.plan.reach.codeFrame).toBe('heard-where.v1')
})

it('refuses a code frame that is not published, and takes none at all', async () => {
  await expect(save('heard-where.v9')).rejects.toMatchObject({
    details: { faults: [{ question: 'reach', code: 'unknown_frame' }] },
  })
  expect((await findStudyRow(await save(null)))!.plan.reach.codeFrame).toBeNull()
})
