// Where a plan stands, what may happen to it next and who may do it, as pure functions. A commune's plan is handed in and
// settled by the district; the district's own is issued. The surprise: while a settled plan is being amended, its settled
// wording stays in force (planInForce).
import type { PlanBody } from '#lib/campaigns/plan-body'
import type { Sentence } from '#lib/problem'

export const planSteps = ['draft', 'submitted', 'returned', 'accepted', 'issued'] as const
export type PlanStep = (typeof planSteps)[number]

export const planEventKinds = ['save', 'submit', 'return', 'accept', 'issue', 'amend'] as const
export type PlanEventKind = (typeof planEventKinds)[number]

/** What happened to a plan, as it was written. `body` is the plan from then on; null: unchanged. */
export type PlanEvent = {
  number: number
  at: Date
  actorId: string
  actorName: string
  kind: PlanEventKind
  step: PlanStep
  comment: string
  body: PlanBody | null
}

/** The rights of lib/access.ts: the unit writes its plan, the officer above settles it. */
type PlanRight = 'plans.write' | 'plans.settle'

type Transition = { from: readonly PlanStep[]; to: PlanStep | 'same'; right: PlanRight; isCommented?: true }

const ofUnits: Partial<Record<PlanEventKind, Transition>> = {
  save: { from: ['draft', 'returned'], to: 'same', right: 'plans.write' },
  submit: { from: ['draft', 'returned'], to: 'submitted', right: 'plans.write' },
  return: { from: ['submitted'], to: 'returned', right: 'plans.settle', isCommented: true },
  accept: { from: ['submitted'], to: 'accepted', right: 'plans.settle' },
  amend: { from: ['accepted'], to: 'draft', right: 'plans.write', isCommented: true },
}

/** A plan that is handed in to nobody: the district's own. */
const ofIssuers: Partial<Record<PlanEventKind, Transition>> = {
  save: { from: ['draft'], to: 'same', right: 'plans.settle' },
  issue: { from: ['draft'], to: 'issued', right: 'plans.settle' },
  amend: { from: ['issued'], to: 'draft', right: 'plans.settle', isCommented: true },
}

const transitionOf = (kind: PlanEventKind, isIssuer: boolean) => (isIssuer ? ofIssuers : ofUnits)[kind]

/** The right that an event needs, or null when such a plan never has it. */
export function rightFor(kind: PlanEventKind, isIssuer: boolean): PlanRight | null {
  return transitionOf(kind, isIssuer)?.right ?? null
}

export type PlanRefusal = { code: 'wrong-step'; step: PlanStep } | { code: 'comment-missing' }

/** Why the event must not happen to a plan at this step, or null when it may. */
export function planRefusal(
  step: PlanStep,
  event: { kind: PlanEventKind; comment: string },
  isIssuer: boolean,
): PlanRefusal | null {
  const transition = transitionOf(event.kind, isIssuer)
  if (!transition?.from.includes(step)) return { code: 'wrong-step', step }
  return transition.isCommented && event.comment.trim().length < 3 ? { code: 'comment-missing' } : null
}

/** The step after an event that may happen. */
export function stepAfter(step: PlanStep, kind: PlanEventKind, isIssuer: boolean): PlanStep {
  const transition = transitionOf(kind, isIssuer)
  if (!transition?.from.includes(step)) throw new RangeError(`${kind} cannot happen at step ${step}`)
  return transition.to === 'same' ? step : transition.to
}

/** The plan that holds: its wording when it was last accepted or issued; null while it never was. */
export function planInForce(events: readonly Pick<PlanEvent, 'kind' | 'body'>[]): PlanBody | null {
  let present: PlanBody | null = null
  let inForce: PlanBody | null = null
  for (const { kind, body } of events) {
    present = body ?? present
    if (kind === 'accept' || kind === 'issue') inForce = present
  }
  return inForce
}

export const planStepNames: Record<PlanStep, Sentence> = {
  draft: { vi: 'Đang soạn', en: 'Being drafted' },
  submitted: { vi: 'Đã gửi, chờ duyệt', en: 'Submitted, awaiting a decision' },
  returned: { vi: 'Trả lại để sửa', en: 'Returned for changes' },
  accepted: { vi: 'Đã được chấp nhận', en: 'Accepted' },
  issued: { vi: 'Đã ban hành', en: 'Issued' },
}

/** The refusal in words. */
export function planRefusalSentence(refusal: PlanRefusal): Sentence {
  if (refusal.code === 'comment-missing')
    return {
      vi: 'Hãy ghi rõ cần sửa gì hoặc vì sao (ít nhất 3 ký tự).',
      en: 'Say what to change, or why (at least 3 letters).',
    }
  const name = planStepNames[refusal.step]
  return {
    vi: `Kế hoạch đang ở bước “${name.vi}” nên không làm được việc này. Hãy tải lại trang.`,
    en: `The plan is at the step “${name.en}”, so this cannot be done. Reload the page.`,
  }
}
