// Shape of surveys/forms/*.json: what is asked. `form` is plain SurveyJS JSON and can be pasted to and from the SurveyJS
// designer; everything around it is what a person must be told before answering, and what the sample is.
import { z } from 'zod'
import { fileHead } from '#lib/definitions/file-head'
import { localText } from '#lib/definitions/local-text'

export const formFile = z
  .strictObject({
    ...fileHead,
    audience: z.enum(['citizens', 'delegates']),
    minutes: z.number().int().min(1).max(60).describe('About how long answering takes'),
    population: localText.describe('Whom the answers speak for'),
    design: z
      .strictObject({ strata: localText, cluster: localText, weight: localText })
      .partial()
      .describe('What stratum, cluster and weight mean when a sample is drawn for this form'),
    notes: localText.optional().describe('For researchers: what must be known to read the answers'),
    purpose: localText.describe('Why we ask'),
    asker: localText.describe('Who asks'),
    handling: localText.describe('What happens to the answers'),
    retention: localText.describe('How long the answers are kept'),
    consent: localText.describe('The sentence beside the consent box, which is never ticked beforehand'),
    quiz: z
      .strictObject({
        explanations: z
          .record(z.string(), localText)
          .describe('By name of the question: why the right answer is right, shown after sending'),
      })
      .optional()
      .describe('The form of a contest (quiz mode): its questions with correctAnswer are marked'),
    form: z.record(z.string(), z.unknown()).describe('Plain SurveyJS JSON'),
  })
  .meta({ title: 'Form' })

export type FormFile = z.infer<typeof formFile>
