// One plan for its page: what is written, what happened to it, by which plan of the office above it goes, and what the
// actor may do with it now. Whoever writes a plan also reads the one in force of the office above, not its drafts.
import type { z } from 'zod'
import { type Actor, allow, isAllowed, type MaybeActor } from '#lib/access'
import { movePlan } from '#lib/campaigns/next-year'
import { emptyPlan, type PlanBody } from '#lib/campaigns/plan-body'
import { type PlanLateness, planLateness } from '#lib/campaigns/plan-lateness'
import {
  type PlanEvent,
  type PlanEventKind,
  type PlanStep,
  planEventKinds,
  planInForce,
  planRefusal,
  rightFor,
} from '#lib/campaigns/plan-steps'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { findCampaignPlan, findPlanInForce, listPlanEvents } from '#lib/db/campaign-plans'
import { findUnit } from '#lib/db/units'
import { type OpenedPlan, openPlan, planPlace } from '#lib/flows/change-plan'
import { isAbove } from '#lib/flows/open-round-sheet'
import { requireShape } from '#lib/user-input'

export type LoadedPlan = OpenedPlan & {
  body: PlanBody
  step: PlanStep
  /** Number of the last event; 0 while nobody has begun. */
  seen: number
  isSample: boolean
  events: PlanEvent[]
  /** The wording that holds, where it is not the one above: an amendment is being written. */
  inForce: PlanBody | null
  /** The plan of the office above that is in force. */
  above: PlanBody | null
  dueOn: string | null
  lateness: PlanLateness
  /** What the actor may do now. */
  may: Record<PlanEventKind, boolean>
  /** The plan of the year before, moved to this year; for who may write. */
  lastYear: PlanBody | null
}

/** Throws notFound, notAllowed. */
export async function loadPlan(
  actor: MaybeActor,
  input: z.input<typeof planPlace>,
  now = new Date(),
): Promise<LoadedPlan> {
  const reader = await allowReading(actor, String(input.unit))
  const opened = await openPlan(requireShape(planPlace, input))
  const { place, issuer, isIssuer } = opened
  const row = await findCampaignPlan(place.unitId, place.year)
  const events = await listPlanEvents(place)
  const above = issuer && (await findPlanInForce(issuer.id, place.year))
  const inForce = planInForce(events)
  const isGuest = !isAllowed(reader, 'plans.read', place.unitId)
  const step = row?.step ?? 'draft'
  const may = await rightsNow(reader, opened, step)
  const dueOn = isIssuer ? null : (above?.unitPlansDueOn ?? null)
  return {
    ...opened,
    body: (isGuest ? inForce : row?.body) ?? emptyPlan(),
    step: isGuest && inForce ? 'issued' : step,
    seen: row?.events ?? 0,
    isSample: row?.isSample ?? false,
    events: isGuest ? [] : events,
    inForce: step === 'accepted' || step === 'issued' || isGuest ? null : inForce,
    above,
    dueOn,
    lateness: planLateness(events, dueOn, dayInVietNam(now)),
    may,
    lastYear: may.save ? await readLastYear(opened) : null,
  }
}

/** An officer of a unit reads its plan and, as a guest, the one of the unit right above. */
async function allowReading(actor: MaybeActor, unitId: string): Promise<Actor> {
  if (actor?.unitId && !isAllowed(actor, 'plans.read', unitId)) {
    const own = await findUnit(actor.unitId)
    if (own?.parentId === unitId) return allow(actor, 'plans.read', actor.unitId)
  }
  return allow(actor, 'plans.read', unitId)
}

async function rightsNow(reader: Actor, { unit, isIssuer }: OpenedPlan, step: PlanStep) {
  const reaches = reader.unitId === unit.id || (await isAbove(reader, unit.id))
  const mayDo = (kind: PlanEventKind) => {
    const right = rightFor(kind, isIssuer)
    const fits = planRefusal(step, { kind, comment: 'đủ ý' }, isIssuer) === null
    return right !== null && fits && reaches && isAllowed(reader, right, unit.id)
  }
  return Object.fromEntries(planEventKinds.map((kind) => [kind, mayDo(kind)])) as Record<
    PlanEventKind,
    boolean
  >
}

async function readLastYear({ place: { unitId, year } }: OpenedPlan): Promise<PlanBody | null> {
  const before = await findCampaignPlan(unitId, year - 1)
  const body = (await findPlanInForce(unitId, year - 1)) ?? before?.body
  return body ? movePlan(body, year - 1, year) : null
}
