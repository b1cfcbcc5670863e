// Private keys lie sealed in the database, each bound to its group: whoever has the database alone can sign nothing.
import { open, seal } from '#lib/secrecy/sealed-field'

type Group = { unitId: string; waveId: string; stratum: string }

/** How a private key is bound to its row. */
export const ballotKeyPurpose = 'ballot key'

export const ballotKeyId = ({ unitId, waveId, stratum }: Group) => JSON.stringify([waveId, unitId, stratum])

/** Seals the private key (PKCS #8) of a group. */
export const sealBallotKey = (group: Group, privateKey: Uint8Array) =>
  seal(ballotKeyPurpose, ballotKeyId(group), privateKey)

/** The private key of a group. Throws SealedFieldError. */
export const openBallotKey = (group: Group, sealed: Uint8Array) =>
  open(ballotKeyPurpose, ballotKeyId(group), sealed)
