// Shape of surveys/channels/*.json: the ways a commune tells people about the reform, in which units each is counted, and
// whom it speaks to. The first measure of a channel is its output; a factor (minutes of a broadcast) is never added up.
import { z } from 'zod'
import { code, fileHead } from '#lib/definitions/file-head'
import { localText } from '#lib/definitions/local-text'

const measure = z.strictObject({
  code,
  name: localText,
  isSummed: z.boolean().describe('False for factors such as the minutes of one broadcast'),
})

const volume = z.strictObject({
  name: localText,
  of: z.array(code).min(2).describe('Measures that are multiplied, e.g. broadcasts, minutes, clusters'),
})

export const channelsFile = z
  .strictObject({
    ...fileHead,
    channels: z
      .array(
        z.strictObject({
          code,
          name: localText,
          output: localText.describe('What is counted of it, e.g. broadcasts'),
          measures: z.array(measure).min(1).optional(),
          volume: volume.optional(),
        }),
      )
      .min(1),
    targetGroups: z.array(z.strictObject({ code, name: localText })).optional(),
  })
  .meta({ title: 'Channels' })

export type ChannelsFile = z.infer<typeof channelsFile>
export type Channel = ChannelsFile['channels'][number]
