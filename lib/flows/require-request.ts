// The shape of what a machine or a page sends, and how a wrong one becomes a sentence: every fault is named at once.
import type { z } from 'zod'
import { type Fault, problems } from '#lib/problem'

/** The parsed body. Throws wrongShape. */
export function requireRequest<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const result = shape.safeParse(input)
  if (result.success) return result.data
  throw problems.wrongShape({ faults: result.error.issues.slice(0, 20).map(faultOf) })
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  const isUnknown = issue.code === 'unrecognized_keys'
  const field = isUnknown ? issue.keys.join(', ').slice(0, 90) : issue.path.join('.')
  const vi = isUnknown ? `không có trường “${field}”` : `trường “${field || 'nội dung'}” thiếu hoặc sai dạng`
  const en = isUnknown
    ? `there is no field “${field}”`
    : `field “${field || 'body'}” is missing or has the wrong form`
  return { question: field, code: issue.code, vi, en }
}
