// A secret ballot, from its shape to the box. Nothing that came with it is kept but the ballot itself: no time, no address,
// no line in any log. The same ballot can be sent again and again, also after the box was opened: it counts once.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { ballotLanguage, type CastBallot } from '#lib/ballots/ballot-client'
import { isTokenSigned } from '#lib/ballots/blind-token'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { findBallotGroup } from '#lib/db/ballot-groups'
import { type BallotRow, insertBallot } from '#lib/db/insert-ballot'
import { isOpenedBallot } from '#lib/db/is-opened-ballot'
import { requireOpen, requireUnit } from '#lib/flows/find-place'
import { forgetWave, type RecalledWave, recallWave } from '#lib/flows/recall-wave'
import { requireRequest } from '#lib/flows/require-request'
import { takeTurn } from '#lib/flows/take-turn'
import { answerLeaf } from '#lib/ledger/leaf'
import { signPromise } from '#lib/ledger/promise'
import { ledgerSigner } from '#lib/ledger-signer'
import { problems } from '#lib/problem'
import { checkAnswers } from '#lib/surveys/check-answers'
import { codeAnswers } from '#lib/surveys/code-answers'

/** No character that no id can have; PostgreSQL would stumble over some of them. */
const id = z.string().regex(/^[^\p{C}]{1,60}$/u)

const shape = z.strictObject({
  wave: id,
  unit: id,
  stratum: z.string().regex(/^[^\p{C}]{0,60}$/u),
  token: z.string().regex(/^[\w-]{43}$/),
  signature: z.string().regex(/^[\w-]{342}$/),
  receipt: z.uuid().toLowerCase(),
  form: z.string().max(100),
  language: z.literal(ballotLanguage),
  answers: z.custom<Record<string, unknown>>(
    (raw) => typeof raw === 'object' && raw !== null && !Array.isArray(raw),
  ),
})
type Checked = z.output<typeof shape>

/** Puts one ballot into the box. Open to everybody: the signature on the token decides. */
export async function castBallot(_actor: MaybeActor, input: unknown): Promise<CastBallot> {
  const sent = requireRequest(shape, input)
  const wave = await recallWave(sent.wave)
  if (wave.secrecy !== 'ballot') throw problems.unknownWave({ wave: wave.id })
  requireUnit(wave, sent.unit)
  const weight = await requireToken(sent)
  const check = () => ballotOf(wave, sent, weight)
  const ballot = wave.compiled.checker === 'survey' ? await takeTurn(check) : check()
  const casting = await insertBallot(ballot)
  if (casting === 'used') throw problems.tokenUsed({})
  if (casting === 'refused' && !(await isOpenedBallot(ballot))) throw await refusal(wave)
  return {
    receipt: ballot.receipt,
    leaf: ballot.leaf,
    promise: signPromise(wave.id, ballot.leaf, ledgerSigner()),
  }
}

/** The weight of the group whose key has signed the token. Throws tokenWrong. */
async function requireToken({ wave, unit, stratum, token, signature }: Checked): Promise<number> {
  const group = await findBallotGroup({ waveId: wave, unitId: unit, stratum })
  if (!group || !(await isTokenSigned(group.publicKey, { token, signature }))) throw problems.tokenWrong({})
  return group.weight
}

function ballotOf(wave: RecalledWave, sent: Checked, weight: number): BallotRow {
  const { unit, stratum, receipt, language } = sent
  if (sent.form !== wave.formName) throw problems.wrongVersion({ sent: sent.form, expected: wave.formName })
  const { answers, faults } = checkAnswers(wave.compiled, sent.answers)
  if (faults.length > 0) throw problems.invalidAnswers({ faults })
  const facts = { wave: wave.id, unit, receipt, form: wave.formName, language, stratum, weight, answers }
  return {
    unitId: unit,
    waveId: wave.id,
    tokenHash: createHash('sha256').update(Buffer.from(sent.token, 'base64url')).digest('base64url'),
    stratum,
    receipt,
    formId: wave.formId,
    language,
    answers,
    coded: codeAnswers(wave.compiled, answers),
    leaf: answerLeaf({ ...facts, ...sameForAll, day: dayInVietNam(wave.opensAt) }),
  }
}

/** What every ballot says about how it came in: nothing. Opening the box writes the same (lib/db/open-box.ts). */
const sameForAll = {
  mode: 'self',
  place: '',
  collector: '',
  entry: 'ballot',
  batch: '',
  cluster: '',
  isLate: false,
} as const

async function refusal({ id }: RecalledWave) {
  forgetWave(id)
  const fresh = await recallWave(id)
  requireOpen(fresh)
  return problems.waveClosed({ closedAt: fresh.closesAt })
}
