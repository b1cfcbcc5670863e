// A unit takes a wrong file out of an activity: the bytes go for good, so that somebody's data sent by mistake do not stay,
// and a new version of the activity says which file and why. Only until the unit has handed in a report that counts the
// activity; the district returns the report when it must be later.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertActivityVersion, isActivityReported } from '#lib/db/activities'
import { listActivityFiles } from '#lib/db/evidence'
import { findActivity, requireSeen } from '#lib/flows/find-activity'
import { problems } from '#lib/problem'
import { reasonText } from '#lib/rounds/round-input'
import { requireShape } from '#lib/user-input'

const shape = z.object({ unit: z.string().max(60), id: z.uuid(), fileId: z.uuid(), reason: reasonText })

/** Throws notFound, notAllowed, invalidInput, fileRefused once the activity is reported, changedMeanwhile. */
export async function removeActivityFile(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const officer = allow(actor, 'activities.write', String(input.unit))
  const { unit, id, fileId, reason } = requireShape(shape, input)
  const { newest } = await findActivity(unit, id)
  const file = (await listActivityFiles(unit, [id])).find((one) => one.id === fileId)
  if (!file?.isThere) throw problems.notFound({ what: 'tệp', id: fileId })
  if (await isActivityReported(unit, id)) throw problems.fileRefused({ sentence: reported })
  const { recordedAt: _at, recordedByName: _by, ...known } = newest
  const isWritten = await insertActivityVersion(
    officer,
    { ...known, version: newest.version + 1, reason: `Bỏ tệp “${file.name}”: ${reason}` },
    'remove-activity-file',
    { removedFileId: fileId },
  )
  if (!isWritten) requireSeen((await findActivity(unit, id)).newest, newest.version)
}

const reported = {
  vi: 'Đơn vị đã nộp báo cáo có hoạt động này nên không bỏ tệp được nữa. Nếu tệp có dữ liệu cá nhân, hãy đề nghị huyện trả lại báo cáo rồi bỏ tệp.',
  en: 'The unit has handed in a report that counts this activity, so its files stay. If the file holds personal data, ask the district to return the report, then take it out.',
}
