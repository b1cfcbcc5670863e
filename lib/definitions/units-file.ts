// Shape of surveys/units/*.json: administrative units and what became of them. The statistics office reuses codes with
// a new meaning (22870 was a town, now it is a larger commune), so a unit has an id of our own: code-1, code-2 …
import { z } from 'zod'
import { code, day, fileHead } from '#lib/definitions/file-head'
import { localText } from '#lib/definitions/local-text'

const unitId = z.string().regex(/^\d{2,5}-[1-9]\d*$/, 'the code, a dash and a running number, e.g. 22870-1')

const unit = z
  .strictObject({
    id: unitId,
    code: z.string().regex(/^\d{2,5}$/),
    name: z.string().min(1),
    nameEn: z.string().min(1),
    level: code.describe('A code of levels'),
    parent: unitId.optional(),
    validFrom: day.describe('First day of this composition of the unit'),
    validTo: day.optional().describe('Last day; absent: still there'),
    tile: z
      .strictObject({ row: z.number().int().min(1).max(40), column: z.number().int().min(1).max(40) })
      .optional()
      .describe('Place in a map of equal tiles, north above and west to the left'),
    hasUnlistedOrigins: z
      .boolean()
      .optional()
      .describe('true: it was also made of units that lineage does not name, so its past is not comparable'),
  })
  .meta({ id: 'Unit' })

export const unitsFile = z
  .strictObject({
    ...fileHead,
    source: localText.describe('Where the list comes from and what of it is uncertain'),
    levels: z.array(z.strictObject({ code, name: localText })).min(1),
    units: z.array(unit).min(1).describe('A parent stands before its children'),
    lineage: z
      .array(
        z.strictObject({
          from: unitId,
          to: unitId,
          whole: z.boolean().describe('false: only a part of the old unit went there'),
        }),
      )
      .describe(
        'Which unit lives on in which. Of a unit that begins all origins are named (or hasUnlistedOrigins says they are not); of one that went in parts, all parts',
      ),
  })
  .meta({ title: 'Units' })

export type UnitsFile = z.infer<typeof unitsFile>
