// A person sets up an authenticator app: gets the secret to scan or type. It protects nothing until a code of it was typed.
import type { MaybeActor } from '#lib/access'
import { keepUnconfirmedSecret } from '#lib/db/second-factors'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { secretPurpose } from '#lib/flows/take-code'
import { problems } from '#lib/problem'
import { openText, seal } from '#lib/secrecy/sealed-field'
import { makeTotpSecret, totpAddress } from '#lib/totp'

export type NewAuthenticator = { secret: string; address: string }

/** The same secret until it is confirmed, however often the page is opened. Throws confirmationRequired, alreadyExists. */
export async function startAuthenticator(actor: MaybeActor): Promise<NewAuthenticator> {
  const { userId, login } = await requireRecentProof(actor)
  const fresh = seal(secretPurpose, userId, makeTotpSecret())
  const kept = await keepUnconfirmedSecret(userId, fresh)
  if (kept.confirmedAt) throw problems.alreadyExists({ what: 'ứng dụng xác thực', id: login })
  const secret = openText(secretPurpose, userId, kept.secret)
  return { secret, address: totpAddress(secret, login) }
}
