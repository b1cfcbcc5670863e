// Recovery codes are made with the first second factor, and again whenever the person asks; older ones stop working.
import type { Actor, MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { countRecoveryCodes, hasSecondFactor, replaceRecoveryCodes } from '#lib/db/second-factors'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { problems } from '#lib/problem'
import { makeRecoveryCodes as makeCodes, recoveryHash } from '#lib/recovery-codes'

/** Ten new codes, shown this once. Throws confirmationRequired, and notFound for somebody without a second factor. */
export async function makeRecoveryCodes(actor: MaybeActor): Promise<string[]> {
  const person = await requireRecentProof(actor)
  if (!(await hasSecondFactor(person.userId)))
    throw problems.notFound({ what: 'lớp bảo vệ thứ hai của', id: person.login })
  return give(person)
}

/** Ten codes for somebody who has none yet, otherwise an empty list. */
export async function giveFirstRecoveryCodes(person: Actor): Promise<string[]> {
  return (await countRecoveryCodes(person.userId)) === 0 ? give(person) : []
}

async function give(person: Actor): Promise<string[]> {
  const codes = makeCodes()
  await replaceRecoveryCodes(
    person.userId,
    codes.map((code) => recoveryHash(person.userId, code)),
  )
  await insertAuditEvent(person, { action: 'make-recovery-codes', subject: person.login })
  return codes
}
