// Shape of surveys/indexes/*.json: how answers and entered figures become a score. A leaf reads either answers (points
// per answer value, pooled over its variables) or a figure that officers enter. Every leaf is a number between 0 and 1;
// weights (or points) add the leaves up to `scale`.
import { z } from 'zod'
import { code, day, fileHead, slug } from '#lib/definitions/file-head'
import { localText } from '#lib/definitions/local-text'

const points = z
  .record(z.string(), z.number().min(0).max(1).nullable())
  .describe('For each value that can be answered: its points between 0 and 1, or null when it is no opinion')

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
  })
  .meta({ id: 'SurveySource' })

const enteredSource = z
  .strictObject({
    entered: z.strictObject({
      max: z.number().positive().describe('The figure that counts as full marks; 0 counts as none'),
      unit: localText.optional().describe('Unit of the figure, e.g. %'),
      note: localText.optional().describe('What to enter and where the evidence lies'),
    }),
  })
  .meta({ id: 'EnteredSource' })

export type SurveySource = z.infer<typeof surveySource>
export type EnteredSource = z.infer<typeof enteredSource>

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
    get children() {
      return z.array(criterion).min(1).optional()
    },
    source: z.union([surveySource, enteredSource]).optional(),
  })
  .meta({ id: 'Criterion' })

export type Criterion = z.infer<typeof criterion>

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
    bands: z
      .array(z.strictObject({ name: localText, from: z.number() }))
      .min(1)
      .describe('Grades, lowest first'),
    validFrom: day.optional().describe('First day of the periods this version is meant for'),
    criteria: z.array(criterion).min(1),
  })
  .meta({ title: 'Index' })

export type IndexFile = z.infer<typeof indexFile>
