// Shape of surveys/channels/*.json: the ways a commune tells people about the reform.
import { z } from 'zod'
import { code, fileHead } from '#lib/definitions/file-head'
import { localText } from '#lib/definitions/local-text'

export const channelsFile = z
  .strictObject({
    ...fileHead,
    channels: z
      .array(
        z.strictObject({
          code,
          name: localText,
          output: localText.describe('What is counted of it, e.g. broadcasts'),
        }),
      )
      .min(1),
  })
  .meta({ title: 'Channels' })
