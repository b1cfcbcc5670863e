// After a change of CONTACT_KEY ("new,old"): everything that another key has sealed is sealed with the new one, and the hashes that
// find people again are made anew. Row by row, each by itself: it can be broken off and started again, beside the running service.
import type { MaybeActor } from '#lib/access'
import { ballotKeyPurpose } from '#lib/ballots/sealed-ballot-key'
import { openPerson, sealPerson } from '#lib/contacts/sealed-contact'
import { secretPurpose as contestSecret } from '#lib/contests/contest-secret'
import { entryPurpose } from '#lib/contests/sealed-entry'
import { alertPurpose } from '#lib/db/late-unit-alerts'
import {
  countByKey,
  listSealedOtherwise,
  listSealedSettings,
  replaceSealed,
  replaceSealedContact,
  replaceSealedSetting,
  type SealedColumn,
  type SealedRow,
  sealedColumns,
} from '#lib/db/sealed-columns'
import { notePurpose } from '#lib/flows/record-subject-request'
import { secretPurpose } from '#lib/flows/take-code'
import {
  isSealedWithCurrentKey,
  open,
  SealedFieldError,
  seal,
  sealingKeyIds,
} from '#lib/secrecy/sealed-field'

/** anew: sealed with the current key now; already: they were; unopened: no key of CONTACT_KEY opens them, left as they are. */
export type ResealCounts = Record<'anew' | 'already' | 'unopened', number>

const purposes: Record<Exclude<SealedColumn, 'contact'>, string> = {
  authenticator: secretPurpose,
  request: notePurpose,
  alert: alertPurpose,
  ballotKey: ballotKeyPurpose,
  contest: contestSecret,
  contestEntry: entryPurpose,
}

/** By kind of field. For the operator's command: whoever can run it holds the keys and the database. */
export async function resealFields(
  _operator: MaybeActor,
): Promise<Record<SealedColumn | 'setting', ResealCounts>> {
  const counts: Partial<Record<SealedColumn | 'setting', ResealCounts>> = {}
  for (const column of sealedColumns) counts[column] = await resealColumn(column)
  counts.setting = await resealSettings()
  return counts as Record<SealedColumn | 'setting', ResealCounts>
}

async function resealColumn(column: SealedColumn): Promise<ResealCounts> {
  const current = sealingKeyIds()[0]!
  const already = (await countByKey(column)).get(Buffer.from(current).toString('hex')) ?? 0
  const counts = { anew: 0, already, unopened: 0 }
  let after = ''
  for (;;) {
    const rows = await listSealedOtherwise(column, current, after)
    for (const row of rows)
      if (await isDone(() => resealRow(column, row))) counts.anew++
      else counts.unopened++
    if (rows.length === 0) return counts
    after = rows.at(-1)!.id
  }
}

/** A row that somebody changed meanwhile was sealed by that with the key of whoever did it: the next run sees. */
function resealRow(column: SealedColumn, row: SealedRow): Promise<boolean> {
  if (column === 'contact')
    return replaceSealedContact(row, sealPerson(row.id, openPerson(row.id, row.sealed)))
  const purpose = purposes[column]
  return replaceSealed(column, row, seal(purpose, row.id, open(purpose, row.id, row.sealed)))
}

async function resealSettings(): Promise<ResealCounts> {
  const counts = { anew: 0, already: 0, unopened: 0 }
  for (const { name, sealed } of await listSealedSettings()) {
    const [bytes, purpose] = [Buffer.from(sealed, 'base64'), `setting.${name}`]
    const work = () => {
      const fresh = Buffer.from(seal(purpose, name, open(purpose, name, bytes))).toString('base64')
      return replaceSealedSetting(name, sealed, fresh)
    }
    if (isSealedWithCurrentKey(bytes)) counts.already++
    else if (await isDone(work)) counts.anew++
    else counts.unopened++
  }
  return counts
}

async function isDone(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SealedFieldError) return false
    throw error
  }
}
