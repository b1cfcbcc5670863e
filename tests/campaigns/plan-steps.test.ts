import { describe, expect, test } from 'vitest'
import { emptyPlan } from '#lib/campaigns/plan-body'
import {
  type PlanEventKind,
  type PlanStep,
  planEventKinds,
  planInForce,
  planRefusal,
  planRefusalSentence,
  planSteps,
  rightFor,
  stepAfter,
} from '#lib/campaigns/plan-steps'

/** Everything that may happen, as `step kind → step`. */
const possible = (isIssuer: boolean) =>
  planSteps.flatMap((step) =>
    planEventKinds
      .filter((kind) => !planRefusal(step, { kind, comment: 'vì sao' }, isIssuer))
      .map((kind) => `${step} ${kind} → ${stepAfter(step, kind, isIssuer)}`),
  )

describe("a commune's plan", () => {
  test('is drafted, handed in, settled and amended, and nothing else happens to it', () => {
    expect(possible(false)).toEqual([
      'draft save → draft',
      'draft submit → submitted',
      'submitted return → returned',
      'submitted accept → accepted',
      'returned save → returned',
      'returned submit → submitted',
      'accepted amend → draft',
    ])
  })

  test('is settled by the officer and written by the unit', () => {
    const rights = Object.fromEntries(planEventKinds.map((kind) => [kind, rightFor(kind, false)]))
    expect(rights).toEqual({
      save: 'plans.write',
      submit: 'plans.write',
      amend: 'plans.write',
      return: 'plans.settle',
      accept: 'plans.settle',
      issue: null,
    })
  })

  test.each<[PlanStep, PlanEventKind]>([
    ['submitted', 'return'],
    ['accepted', 'amend'],
  ])('%s: to %s it needs a word why', (step, kind) => {
    expect(planRefusal(step, { kind, comment: '  ' }, false)).toEqual({ code: 'comment-missing' })
  })
})

describe("the district's own plan", () => {
  test('is drafted, issued and amended by who settles plans', () => {
    expect(possible(true)).toEqual(['draft save → draft', 'draft issue → issued', 'issued amend → draft'])
    expect(rightFor('submit', true)).toBeNull()
  })
})

test('a step that may not follow is a broken contract', () => {
  expect(() => stepAfter('draft', 'accept', false)).toThrow(RangeError)
})

describe('the plan in force', () => {
  const titled = (title: string) => ({ ...emptyPlan(), title })
  const event = (kind: PlanEventKind, title?: string) => ({ kind, body: title ? titled(title) : null })

  test('is none until somebody accepts it', () => {
    expect(planInForce([event('save', 'a'), event('submit')])).toBeNull()
  })

  test('is the wording that was accepted, also while an amendment is being written', () => {
    const events = [event('save', 'a'), event('submit'), event('accept'), event('amend'), event('save', 'b')]
    expect(planInForce(events)?.title).toBe('a')
    expect(planInForce([...events, event('submit', 'c'), event('accept')])?.title).toBe('c')
  })
})

test('a refusal names the step in both languages', () => {
  const { vi, en } = planRefusalSentence({ code: 'wrong-step', step: 'accepted' })
  expect(vi).toContain('Đã được chấp nhận')
  expect(en).toContain('Accepted')
})
