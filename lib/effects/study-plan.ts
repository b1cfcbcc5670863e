// What a study of a campaign declares before its follow-up wave: which outcome decides, which stand beside it, who counts as
// treated. Nothing here can be chosen after looking: the database keeps the plan as it was declared. There is no setting for
// the method: the same one is used for every study.
import { z } from 'zod'

const code = z
  .string()
  .regex(/^[a-z0-9_-]+$/i)
  .max(80)

const outcomeRef = z.strictObject({
  index: z
    .string()
    .regex(/^[a-z0-9-]+\.v\d+$/)
    .max(80)
    .describe('The index with its version, e.g. awareness.v1'),
  criterion: code.nullable().describe('A criterion of it, with all below it; null: the whole index'),
})

const comparison = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('rollout') }).describe('Start days of the roll-out of the study'),
  z
    .strictObject({
      by: z.literal('activities'),
      channels: z.array(code).max(40).describe('Empty: every channel'),
      areas: z.array(code).max(20).describe('Empty: every area'),
      minimum: z
        .number()
        .int()
        .min(1)
        .max(1000)
        .describe('Activities after which a commune counts as treated'),
    })
    .describe('The day on which a commune reached the minimum of recorded activities'),
])

const reach = z.strictObject({
  unprompted: code.nullable().default('heard'),
  prompted: code.nullable().default('exposure').describe('Its leaves are named seen_<channel>'),
  falseRecall: code.nullable().default('false_recall').describe('A channel that does not exist'),
  codeFrame: z
    .string()
    .regex(/^[a-z0-9-]+\.v\d+$/)
    .max(80)
    .nullable()
    // plans declared before there were frames are read with this one: it stays, newer frames are named by new studies
    .default('heard-where.v1')
    .describe('The frame that codes the open question after `unprompted`; null: it is not coded'),
})

export const studyPlan = z.strictObject({
  primary: outcomeRef.describe('The outcome that decides'),
  secondary: z.array(outcomeRef).max(12).default([]),
  areas: z.array(code).max(20).default([]).describe('Areas of the campaign that are looked at one by one'),
  channels: z
    .array(code)
    .max(40)
    .default([])
    .describe('Channels of the campaign: whoever recalls one was reached'),
  comparison,
  multiplicity: z.enum(['holm', 'bh']).default('holm'),
  reach: reach.prefault({}),
  adults: z
    .record(z.string().max(80), z.number().int().positive())
    .default({})
    .describe('Adults per unit, where known'),
})

export type StudyPlan = z.infer<typeof studyPlan>
export type OutcomeRef = z.infer<typeof outcomeRef>

/** "awareness.v1/knowledge"; the whole index: "sipas.v2". */
export const outcomeKey = ({ index, criterion }: OutcomeRef) => (criterion ? `${index}/${criterion}` : index)
