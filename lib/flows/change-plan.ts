// Steps of the flows of a plan: finding whose it is, and writing what somebody did to it. Rights are asked by the flow that
// comes here; what the state of the plan forbids is asked here, once for all of them.
import { z } from 'zod'
import { type Actor, allow } from '#lib/access'
import { type PlanBody, planBody } from '#lib/campaigns/plan-body'
import { unfinishedIssue, unfinishedPlan, unknownTerms } from '#lib/campaigns/plan-faults'
import {
  type PlanEventKind,
  planRefusal,
  planRefusalSentence,
  rightFor,
  stepAfter,
} from '#lib/campaigns/plan-steps'
import type { Vocabulary } from '#lib/campaigns/vocabulary'
import { type PlanDecision, type PlanPlace, recordPlanEvent } from '#lib/db/campaign-plans'
import { listUnits, type UnitLine } from '#lib/db/units'
import { requireAbove } from '#lib/flows/open-round-sheet'
import { readVocabulary } from '#lib/flows/read-vocabulary'
import { existsInYear } from '#lib/lineage/exists-in-year'
import { type Fault, problems } from '#lib/problem'
import { says } from '#lib/user-input'

export const planYear = z.coerce.number(says('Hãy chọn năm.', 'Choose the year.')).int().min(2000).max(2100)
export const planPlace = z.object({ unit: z.string().max(60), year: planYear })

/** What a page sends with every change: `seen` is the number of the last event that its reader had seen. */
export const planChange = planPlace.extend({
  seen: z.coerce.number().int().min(0),
  comment: z
    .string()
    .trim()
    .max(2000, says('Ý kiến dài tối đa 2.000 ký tự.', 'A comment may have at most 2,000 characters.'))
    .default(''),
})

export type OpenedPlan = {
  place: PlanPlace
  unit: UnitLine
  /** The unit whose plan says what is to be planned, and by when; null for a plan that nobody waits for. */
  issuer: UnitLine | null
  /** The unit issues a plan of its own to the units below. */
  isIssuer: boolean
  /** Units right below, as they were in the year. */
  below: UnitLine[]
  vocabulary: Vocabulary
}

/** Throws notFound for a unit that was not there in the year. */
export async function openPlan({ unit: id, year }: z.output<typeof planPlace>): Promise<OpenedPlan> {
  const units = (await listUnits()).filter((unit) => existsInYear(unit, year))
  const unit = units.find((one) => one.id === id)
  if (!unit) throw problems.notFound({ what: `đơn vị có trong năm ${year}`, id })
  const below = units.filter(({ parentId }) => parentId === id)
  const isIssuer = below.length > 0
  const issuer = isIssuer ? null : (units.find((one) => one.id === unit.parentId) ?? null)
  return { place: { unitId: id, year }, unit, issuer, isIssuer, below, vocabulary: await readVocabulary() }
}

/** The body of a plan as a page sends it. Throws invalidInput, each fault with its place ("items.3.cost"). */
export function readPlanBody(json: string): PlanBody {
  const result = planBody.safeParse(parseJson(json))
  if (result.success) return result.data
  const faults = result.error.issues.map((issue): Fault => {
    const { message, path, code } = issue
    const sentence = message.startsWith('{"vi"')
      ? JSON.parse(message)
      : { vi: 'Không đọc được.', en: 'Cannot be read.' }
    const [part, at] = path
    const lead = part === 'items' && at !== undefined ? Number(at) + 1 : null
    return {
      question: path.join('.'),
      code,
      vi: lead ? `Việc ${lead}: ${sentence.vi}` : sentence.vi,
      en: lead ? `Item ${lead}: ${sentence.en}` : sentence.en,
    }
  })
  throw problems.invalidInput({ faults })
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw problems.brokenJson({})
  }
}

type Change = z.output<typeof planChange>

/**
 * Writes an event of a plan and returns its number; `body` is the plan from then on, null where it stays. Throws notFound,
 * notAllowed, changedMeanwhile when somebody wrote after the event `seen`, planRefused when it must not happen now,
 * invalidInput for a body that names what does not exist or that is handed in unfinished.
 */
export async function changePlan(
  officer: Actor,
  { unit, year, seen, comment }: Change,
  kind: PlanEventKind,
  body: PlanBody | null = null,
): Promise<number> {
  const opened = await openPlan({ unit, year })
  await requireReach(officer, kind, opened)
  return recordPlanEvent(officer, opened.place, (plan, last): PlanDecision => {
    if (last && last.number !== seen) throw problems.changedMeanwhile({ by: last.actorName, at: last.at })
    const step = plan?.step ?? 'draft'
    const refusal = planRefusal(step, { kind, comment }, opened.isIssuer)
    if (refusal) throw problems.planRefused({ refusal: refusal.code, sentence: planRefusalSentence(refusal) })
    if (body) requireSound(opened, kind, body)
    return { kind, step: stepAfter(step, kind, opened.isIssuer), comment, body }
  })
}

/** Throws notAllowed unless the officer has the right and works in the unit, above it, or for all of them. */
async function requireReach(officer: Actor, kind: PlanEventKind, { unit, isIssuer }: OpenedPlan) {
  const right = rightFor(kind, isIssuer)
  if (right) allow(officer, right, unit.id)
  if (officer.unitId !== unit.id) await requireAbove(officer, right ?? 'plans.write', unit.id)
}

function requireSound({ place, below, vocabulary }: OpenedPlan, kind: PlanEventKind, body: PlanBody): void {
  const terms = { ...vocabulary, unitIds: below.map(({ id }) => id) }
  const faults = unknownTerms(body, terms)
  if (kind === 'submit') faults.push(...unfinishedPlan(body, place.year, terms))
  if (kind === 'issue') faults.push(...unfinishedIssue(body, place.year, terms))
  if (faults.length > 0) throw problems.invalidInput({ faults })
}
