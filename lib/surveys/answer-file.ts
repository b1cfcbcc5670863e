// A file of unsent answers that only our server can open: saved by somebody whose device finds no network, carried to an
// officer, lost on the way without harm. One fresh P-256 key a file, agreed with the server's (ECDH), HKDF, AES-GCM: the
// shape of HPKE's base mode with what every browser has. Runs in the browser (sealing) and on the server (opening).

export type AnswerFile = {
  kind: 'thuoc-do-answers'
  version: 1
  /** Public key that it was sealed for: tells a file for another server from a damaged one. */
  officerKey: string
  count: number
  ephemeralKey: string
  iv: string
  sealed: string
}

const curve = { name: 'ECDH', namedCurve: 'P-256' }

/** Seals what would be sent to POST /api/answers. `officerKey` is the raw public point, base64url. */
export async function sealAnswerFile(submissions: unknown[], officerKey: string): Promise<AnswerFile> {
  const theirs = await crypto.subtle.importKey('raw', fromText(officerKey), curve, false, [])
  const own = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const ephemeralKey = toText(await crypto.subtle.exportKey('raw', own.publicKey))
  const key = await agree(own.privateKey, theirs, `${ephemeralKey} ${officerKey}`)
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(submissions))
  const sealed = toText(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
  const head = { kind: 'thuoc-do-answers', version: 1, officerKey, count: submissions.length } as const
  return { ...head, ephemeralKey, iv: toText(iv.buffer), sealed }
}

/** What was sealed. Rejects when a byte has changed or the key is another one. */
export async function openAnswerFile(file: AnswerFile, privateKey: CryptoKey): Promise<unknown> {
  const theirs = await crypto.subtle.importKey('raw', fromText(file.ephemeralKey), curve, false, [])
  const key = await agree(privateKey, theirs, `${file.ephemeralKey} ${file.officerKey}`)
  const iv = fromText(file.iv)
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, fromText(file.sealed))
  return JSON.parse(new TextDecoder().decode(plain))
}

async function agree(own: CryptoKey, theirs: CryptoKey, salt: string): Promise<CryptoKey> {
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256)
  const secret = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey'])
  const text = new TextEncoder()
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: text.encode(salt), info: text.encode('thuoc-do answers 1') },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

function toText(bytes: ArrayBufferLike): string {
  let binary = ''
  for (const byte of new Uint8Array(bytes)) binary += String.fromCharCode(byte)
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

function fromText(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
