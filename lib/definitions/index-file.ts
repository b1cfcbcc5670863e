// Shape of surveys/indexes/*.json: a tree of criteria, what each leaf reads (index-source.ts) and how parts become a whole.
// Every leaf is a share of full marks, 0 to 1; weights (or points) add the shares up to `scale`. Whatever no decision
// prescribes is data too, and says so in `basis`.
import { z } from 'zod'
import { code, day, fileHead } from '#lib/definitions/file-head'
import { source } from '#lib/definitions/index-source'
import { localText } from '#lib/definitions/local-text'
import { logarithms } from '#lib/stats/outliers'

const aggregation = z
  .enum(['arithmetic', 'geometric', 'harmonic'])
  .describe(
    'Weighted mean of the parts; left out: arithmetic. Geometric and harmonic let no part make up for another',
  )

const basis = z
  .strictObject({
    document: z
      .string()
      .min(1)
      .nullable()
      .describe('Number of the decision; null: no text found, our own setting'),
    note: localText.optional(),
  })
  .meta({ id: 'Basis' })
  .describe(
    'What prescribes points and weights. Without a document, or left out altogether, pages say “chưa có văn bản”',
  )

/** Places a leaf among the units of the round; the bounds come from the units themselves except for goalposts. */
const normalise = z
  .discriminatedUnion('method', [
    z.strictObject({
      method: z.literal('min-max'),
      to: z
        .tuple([z.number(), z.number().positive()])
        .describe('Marks of the lowest and the highest unit, e.g. [1, 10]'),
    }),
    z.strictObject({
      method: z.literal('goalposts'),
      low: z.number().describe('The figure that earns nothing; above `high` when less is better'),
      high: z.number().describe('The figure that earns everything'),
    }),
    z.strictObject({
      method: z.literal('z-score'),
      mean: z.number(),
      deviation: z.number().positive(),
      full: z.number().positive().describe('The mark that counts as full'),
    }),
    z
      .strictObject({ method: z.literal('rank') })
      .describe(
        'Place counted from the lowest, divided by the number of units; tied units share the lower place',
      ),
    z
      .strictObject({ method: z.literal('percentile-rank') })
      .describe('Share of the other units that are lower'),
    z.strictObject({ method: z.literal('distance-to-best') }),
  ])
  .meta({ id: 'Normalise' })

/** Outliers among the units, before they are placed. Names of the treatments are those of lib/composite. */
const treat = z
  .strictObject({
    first: z
      .enum(['winsorise', ...logarithms])
      .describe('What is done to an indicator that is neither within `skewness` nor within `kurtosis`'),
    second: z
      .enum(logarithms)
      .optional()
      .describe('What is done to the untreated figures instead, where the first way does not suffice'),
    most: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe('Largest number of figures that are winsorised; left out: 5'),
    skewness: z.number().positive().optional().describe('Left out: 2'),
    kurtosis: z.number().positive().optional().describe('Left out: 3.5'),
  })
  .meta({ id: 'Treat' })

const criterion = z
  .strictObject({
    code,
    name: localText,
    area: code.optional().describe('The reform area this criterion belongs to'),
    weight: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('Share among its siblings (they add up to 1); 0: shown, not counted'),
    max: z.number().positive().optional().describe('Points among its siblings (they add up to the parent)'),
    counts: z
      .enum(['bonus', 'minus'])
      .optional()
      .describe('Points on top of, or taken from, what the siblings earn; no part of the maximum. Needs max'),
    isOptional: z
      .boolean()
      .optional()
      .describe('A part that a round may leave out (a survey): the others are then re-scaled to the whole'),
    direction: z
      .enum(['higher', 'lower'])
      .optional()
      .describe(
        'Which is better; left out: higher. For shares of answers and for figures placed among units',
      ),
    treat: treat.optional().describe('Left out: figures stay as they are'),
    normalise: normalise.optional(),
    aggregation: aggregation
      .optional()
      .describe('How its children are added up; left out: as the index says'),
    basis: basis.optional().describe('Of this criterion and those below; left out: that of the one above'),
    get children() {
      return z.array(criterion).min(1).optional()
    },
    source: source.optional(),
  })
  .meta({ id: 'Criterion' })

export type Criterion = z.infer<typeof criterion>
export type Normalise = z.infer<typeof normalise>
export type Treat = z.infer<typeof treat>
export type Aggregation = z.infer<typeof aggregation>

export const indexFile = z
  .strictObject({
    ...fileHead,
    method: localText.describe('The formula in words, and what of it is only a setting'),
    scale: z.strictObject({ min: z.literal(0), max: z.number().positive(), unit: localText }),
    minimum: z
      .strictObject({
        answers: z
          .number()
          .int()
          .min(1)
          .describe('Fewer answers than this: no number is shown, only “ít dữ liệu”'),
        share: z
          .number()
          .min(0)
          .max(1)
          .describe('Share of a criterion’s weight that must be measured before it gets a number'),
      })
      .describe('Minimum data'),
    missing: z
      .enum(['rescale', 'zero'])
      .optional()
      .describe(
        'A criterion without figures: leaves the sum as far as minimum.share allows (left out: this), or earns nothing, as official scoring of reports has it',
      ),
    aggregation: aggregation.optional(),
    mayExceedFull: z
      .boolean()
      .optional()
      .describe('Bonus points may lift a score above its maximum; left out: they cannot'),
    basis: basis.optional(),
    bands: z
      .array(z.strictObject({ name: localText, from: z.number() }))
      .min(1)
      .describe('Grades, lowest first; a score on the edge has the higher grade'),
    gradeDecimals: z
      .number()
      .int()
      .min(0)
      .max(6)
      .optional()
      .describe(
        'Scores are rounded (half up) to this many decimals before they are graded; left out: never rounded',
      ),
    validFrom: day.optional().describe('First day of the periods this version is meant for'),
    validTo: day.optional().describe('Last day of the periods this version is meant for'),
    criteria: z.array(criterion).min(1),
  })
  .meta({ title: 'Index' })

export type IndexFile = z.infer<typeof indexFile>
