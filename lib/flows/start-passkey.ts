// What a browser needs to make a new passkey for the person who is signed in.
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { makeChallenge } from '#lib/challenge'
import { listPasskeys } from '#lib/db/passkeys'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { passkeyUse } from '#lib/flows/start-passkey-check'
import { requireShape } from '#lib/user-input'

const shape = z.object({ origin: z.url() })

/** Throws confirmationRequired. */
export async function startPasskey(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { userId, login, name, sessionId } = await requireRecentProof(actor)
  const { origin } = requireShape(shape, input)
  const excludeCredentials = (await listPasskeys(userId)).map(({ id, transports }) => ({ id, transports }))
  return generateRegistrationOptions({
    rpName: 'Thước Đo',
    rpID: new URL(origin).hostname,
    userID: new Uint8Array(Buffer.from(userId)),
    userName: login,
    userDisplayName: name,
    challenge: new Uint8Array(Buffer.from(makeChallenge(passkeyUse.add(sessionId)), 'base64url')),
    excludeCredentials,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}
