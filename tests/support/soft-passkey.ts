// A passkey in software (ES256, no attestation), so that flows can be tested with real signatures and with every lie that a
// device, a thief or another site could tell. Bytes as in Web Authentication Level 2, sections 6.1 and 6.5.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const flags = { present: 1, verified: 4, hasKey: 0x40 }
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()

type Lie = { origin?: string; isVerified?: boolean; counter?: number }

export class SoftPasskey {
  readonly id = randomBytes(32)
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  counter = 0

  constructor(readonly origin: string) {}

  /** The answer to navigator.credentials.create, as JSON text. */
  register({ challenge }: { challenge: string }, lie: Lie = {}): string {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const key = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
    const length = Buffer.from([0, this.id.length])
    const data = Buffer.concat([this.#head(flags.hasKey, lie), Buffer.alloc(16), length, this.id, key])
    const attestationObject = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      Buffer.from([data.length]),
      data,
    ])
    const clientDataJSON = this.#said('webauthn.create', challenge, lie)
    return this.#written({ clientDataJSON, attestationObject }, { transports: ['internal'] })
  }

  /** The answer to navigator.credentials.get, as JSON text; the counter rises by one unless told otherwise. */
  answer({ challenge }: { challenge: string }, lie: Lie = {}): string {
    this.counter = lie.counter ?? this.counter + 1
    const authenticatorData = this.#head(0, lie)
    const clientDataJSON = this.#said('webauthn.get', challenge, lie)
    const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)])
    const signature = sign('sha256', signed, this.#keys.privateKey)
    return this.#written({ clientDataJSON, authenticatorData, signature })
  }

  #head(more: number, { isVerified = true }: Lie): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    const said = flags.present | (isVerified ? flags.verified : 0) | more
    return Buffer.concat([sha256(new URL(this.origin).hostname), Buffer.from([said]), counter])
  }

  #said(type: string, challenge: string, { origin = this.origin }: Lie): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #written(parts: Record<string, Buffer>, more: object = {}): string {
    const id = this.id.toString('base64url')
    const response = Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [name, bytes.toString('base64url')]),
    )
    const rest = { type: 'public-key', clientExtensionResults: {} }
    return JSON.stringify({ id, rawId: id, response: { ...response, ...more }, ...rest })
  }
}
