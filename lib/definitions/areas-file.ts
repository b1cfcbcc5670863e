// Shape of surveys/areas/*.json: the areas (lĩnh vực) of administrative reform, in their usual order.
import { z } from 'zod'
import { code, fileHead } from '#lib/definitions/file-head'
import { localText } from '#lib/definitions/local-text'

export const areasFile = z
  .strictObject({
    ...fileHead,
    areas: z.array(z.strictObject({ code, name: localText, short: localText, about: localText })).min(1),
  })
  .meta({ title: 'Areas' })

export type AreasFile = z.infer<typeof areasFile>
