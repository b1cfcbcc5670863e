// What a leaf of an index reads. The surprise: however different, every source ends as a share of full marks, 0 to 1,
// or as “does not apply”; only `figure` stays a raw number, for criteria that are normalised among units.
import { z } from 'zod'
import { code, slug } from '#lib/definitions/file-head'
import { localText } from '#lib/definitions/local-text'

const points = z
  .record(z.string(), z.number().min(0).max(1).nullable())
  .describe('For each value that can be answered: its points between 0 and 1, or null when it is no opinion')

const conversion = z
  .array(z.tuple([z.number(), z.number().min(0).max(1)]))
  .min(2)
  .optional()
  .describe(
    'Corners [share measured, share of points]: straight lines between them. Left out: points = share',
  )

const surveySource = z
  .strictObject({
    form: slug,
    versions: z
      .array(z.number().int().min(1))
      .min(1)
      .optional()
      .describe('Absent: every version of the form'),
    variables: z.array(z.string()).min(1).describe('Columns of the codebook, e.g. access_signs'),
    points,
    pooling: z
      .enum(['answers', 'questions'])
      .optional()
      .describe('Share of all valid answers (left out: this), or mean of the shares of the questions'),
    conversion,
  })
  .meta({ id: 'SurveySource' })

const full = z.number().positive().describe('Points of full marks within this rule')

/** How an entered figure earns points. `full` and `points` are in the points of the rule's own text. */
const enteredRule = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('linear'),
      zero: z.number().describe('The figure that earns nothing; above `full` when less is better'),
      full: z.number().describe('The figure that earns everything'),
    }),
    z.strictObject({
      kind: z.literal('steps'),
      full,
      steps: z
        .array(z.strictObject({ from: z.number(), points: z.number().min(0) }))
        .min(1)
        .describe('Rising; a figure on the edge earns the points of its own step'),
    }),
    z.strictObject({
      kind: z.literal('deduction'),
      full,
      perUnit: z.number().positive().describe('Points taken for each case entered'),
      least: z.number().min(0).optional().describe('Never fewer points than this; left out: 0'),
    }),
    z.strictObject({
      kind: z.literal('choice'),
      full,
      options: z
        .array(z.strictObject({ value: z.number().int(), name: localText, points: z.number().min(0) }))
        .min(2)
        .describe('e.g. yes / no; the value is what is stored'),
    }),
    z.strictObject({ kind: z.literal('points'), full }).describe('The points themselves are entered'),
    z
      .strictObject({
        kind: z.literal('figure'),
        low: z.number().optional(),
        high: z.number().optional(),
        isCount: z
          .boolean()
          .optional()
          .describe(
            'A number of cases: where whole units merge, counts that stand beside their total in one expression are added; no other entered figure is',
          ),
      })
      .describe('A raw figure: a part of an expression, or placed among the units by `normalise`'),
  ])
  .meta({ id: 'EnteredRule' })

const aboutEntry = {
  unit: localText.optional().describe('Unit of the figure, e.g. %'),
  note: localText.optional().describe('What to enter and where the evidence lies'),
  mayNotApply: z
    .boolean()
    .optional()
    .describe('“Không áp dụng” may be entered: the criterion leaves the maximum'),
}

const enteredSource = z
  .strictObject({
    entered: z.union([
      z.strictObject({
        max: z.number().positive().describe('The figure that counts as full marks; 0 counts as none'),
        ...aboutEntry,
      }),
      z.strictObject({ rule: enteredRule, ...aboutEntry }),
    ]),
  })
  .meta({ id: 'EnteredSource' })

const indexSource = z
  .strictObject({
    index: slug,
    version: z.number().int().min(1),
    criterion: code.optional().describe('A criterion of that index; left out: the index itself'),
    conversion,
  })
  .meta({ id: 'OtherIndexSource' })

const externalSource = z
  .strictObject({
    external: z.strictObject({
      series: slug.describe('The published series, e.g. papi'),
      part: code.optional().describe('A dimension of it; left out: the total'),
      zero: z.number().optional().describe('The published score that earns nothing; left out: 0'),
      full: z.number().describe('The published score that earns everything'),
    }),
  })
  .meta({ id: 'ExternalSource' })

const expressionSource = z
  .strictObject({
    expression: z
      .string()
      .max(500)
      .describe(
        'Of the parts’ shares, e.g. 0.6 * soft + 0.4 * hard; + - * / ( ) min(,) max(,); the result is cut to 0..1',
      ),
    get parts() {
      return z.record(code, source).describe('A figure entered for a part is kept under <criterion>.<part>')
    },
  })
  .meta({ id: 'ExpressionSource' })

export const source = z.union([surveySource, enteredSource, indexSource, externalSource, expressionSource])

export type Source = z.infer<typeof source>
export type SurveySource = z.infer<typeof surveySource>
export type EnteredSource = z.infer<typeof enteredSource>
export type EnteredRule = z.infer<typeof enteredRule>
export type IndexSource = z.infer<typeof indexSource>
export type ExternalSource = z.infer<typeof externalSource>
export type ExpressionSource = z.infer<typeof expressionSource>
