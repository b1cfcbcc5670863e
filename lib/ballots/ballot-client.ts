// What a delegate's browser says to the server, and in which words. Nothing that could tell two requests of one person
// together goes with them: no cookies, no referrer, no cache. Sending anything here a second time is always harmless.
import type { KeyList } from '#lib/ballots/ballot-key'
import { type BlindState, finishToken, type SignedToken } from '#lib/ballots/blind-token'
import type { LeafPromise } from '#lib/ledger/promise'

/** What an invitation opens. */
export type OpenedInvitation = {
  wave: string
  title: string
  titleEn: string
  unit: string
  unitName: string
  unitNameEn: string
  stratum: string
  /** Of every answer of the group; it stands in the leaf. */
  weight: number
  /** "slug.vN" */
  form: string
  /** ISO 8601 */
  opensAt: string
  closesAt: string
  /** The ballot has to be taken before; it can be sent until the wave closes. */
  takeBy: string
  publicKey: string
  /** The page that shows the form (lib/surveys/serving.ts). */
  serving: 'light' | 'light-by-page' | 'surveyjs'
  languages: string[]
}

/**
 * What stands for the language in every ballot, whatever its page was read in: a language that few delegates read, and that the
 * contact list knows of them, would be a name tag.
 */
export const ballotLanguage = 'vi'

export type BallotToCast = SignedToken & {
  wave: string
  unit: string
  stratum: string
  /** A random UUID that the browser makes and keeps: the respondent's proof. */
  receipt: string
  /** "slug.vN" */
  form: string
  /** The server takes `ballotLanguage` only. */
  language: string
  answers: Record<string, unknown>
}

/** `promise`: the server's signed word that this leaf will stand in the log (lib/ledger/promise.ts). */
export type CastBallot = { receipt: string; leaf: string; promise: LeafPromise }

type Sentence = { vi: string; en: string }

/** The server refuses; `code` is stable, the sentences are for people. */
export class BallotRefusal extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly sentence: Sentence,
    readonly details: Record<string, unknown> = {},
  ) {
    super(code)
    this.name = 'BallotRefusal'
  }
}

export type BallotClient = ReturnType<typeof ballotClient>

/** The protocol over HTTP. All methods throw BallotRefusal; a network that is not there throws what fetch throws. */
export function ballotClient(fetcher: typeof fetch = (...asked) => fetch(...asked), origin = '') {
  async function ask(method: string, path: string, body?: object): Promise<Response> {
    const isBytes = body instanceof Uint8Array
    const type = isBytes ? 'application/octet-stream' : 'application/json'
    const response = await fetcher(`${origin}${path}`, {
      method,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      ...(body
        ? { body: isBytes ? new Uint8Array(body) : JSON.stringify(body), headers: { 'content-type': type } }
        : {}),
    })
    if (response.ok) return response
    throw await refusalOf(response)
  }
  const json = async <Reply>(...asked: Parameters<typeof ask>) =>
    (await (await ask(...asked)).json()) as Reply
  const draft = (id: string) => `/api/drafts/${encodeURIComponent(id)}`
  return {
    openInvitation: (code: string) => json<OpenedInvitation>('POST', '/api/ballots/invitation', { code }),
    /** Asks for the blind signature and takes the blinding off. `state` must have been kept before. */
    async sign(code: string, state: BlindState): Promise<SignedToken> {
      const { signature } = await json<{ signature: string }>('POST', '/api/ballots/sign', {
        code,
        blinded: state.blinded,
      })
      const signed = await finishToken(state, signature)
      if (!signed) throw new BallotRefusal('server_key_wrong', 200, keyWrong)
      return signed
    },
    listKeys: (wave: string) => json<KeyList>('GET', `/api/ballots/keys/${encodeURIComponent(wave)}`),
    cast: (ballot: BallotToCast) => json<CastBallot>('POST', '/api/ballots', ballot),
    putDraft: async (id: string, bytes: Uint8Array) => void (await ask('PUT', draft(id), bytes)),
    /** Null when there is none. */
    async getDraft(id: string): Promise<Uint8Array | null> {
      try {
        return new Uint8Array(await (await ask('GET', draft(id))).arrayBuffer())
      } catch (refusal) {
        if (refusal instanceof BallotRefusal && refusal.status === 404) return null
        throw refusal
      }
    },
    deleteDraft: async (id: string) => void (await ask('DELETE', draft(id))),
  }
}

const keyWrong: Sentence = {
  vi: 'Chữ ký của máy chủ không khớp với khóa công khai mà mọi đại biểu đều thấy. Phiếu chưa được gửi. Xin dừng lại và báo cho Thường trực HĐND.',
  en: 'The signature of the server does not fit the public key that every delegate sees. Nothing was sent. Please stop and report this.',
}

async function refusalOf(response: Response): Promise<BallotRefusal> {
  const problem = (await response.json().catch(() => ({}))) as Record<string, unknown>
  const { code = 'unexpected', title = '', titleEn = '', ...details } = problem
  return new BallotRefusal(String(code), response.status, { vi: String(title), en: String(titleEn) }, details)
}
