// Shape of surveys/series/*.json: an index that somebody publishes year by year, with what is known of it. Figures that
// officers add later stand in the database beside these. A break of method is data: nothing is compared across it.
import { z } from 'zod'
import { code, fileHead } from '#lib/definitions/file-head'
import { localText } from '#lib/definitions/local-text'

const year = z.number().int().min(2000).max(2100)
const range = z.strictObject({ min: z.number(), max: z.number() })

const figure = z
  .strictObject({
    unit: z.string().describe('Id of a unit, e.g. 58-1'),
    year,
    dimension: code.optional().describe('Absent: the whole index'),
    value: z.number(),
    rank: z.number().int().min(1).optional(),
    outOf: z.number().int().min(1).optional().describe('How many were ranked'),
    isDerived: z
      .boolean()
      .optional()
      .describe('true: worked out from a published difference, not printed itself'),
    source: z.string().min(1).describe('Where it was published'),
  })
  .meta({ id: 'PublishedFigure' })

export const seriesFile = z
  .strictObject({
    ...fileHead,
    short: z.string().min(1).describe('The name people use: SIPAS, PAPI …'),
    publisher: localText,
    about: localText.describe('What it measures, how, and what of that could not be confirmed'),
    scale: range,
    decimals: z.number().int().min(0).max(4),
    better: z.enum(['higher', 'lower']),
    index: z.string().optional().describe('Slug of the index in surveys/indexes that is computed here'),
    dimensions: z.array(z.strictObject({ code, name: localText, scale: range })),
    breaks: z
      .array(z.strictObject({ from: year, why: localText, isUnverified: z.boolean().optional() }))
      .describe('First year that cannot be compared with the year before'),
    figures: z.array(figure),
  })
  .meta({ title: 'Series' })

export type SeriesFile = z.infer<typeof seriesFile>
