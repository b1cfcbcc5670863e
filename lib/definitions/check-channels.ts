// Cross-checks of a file of channels: every code once, and a volume multiplies only what its own channel measures.
import type { Channel, ChannelsFile } from '#lib/definitions/channels-file'
import { type Finding, finding, findRepeatedCodes } from '#lib/definitions/finding'

export function checkChannels(file: ChannelsFile): Finding[] {
  return [
    ...findRepeatedCodes(file.channels, 'channels'),
    ...findRepeatedCodes(file.targetGroups ?? [], 'targetGroups'),
    ...file.channels.flatMap(checkChannel),
  ]
}

function checkChannel(channel: Channel): Finding[] {
  const measures = channel.measures ?? []
  const known = new Set(measures.map(({ code }) => code))
  const where = `channels.${channel.code}`
  const unknown = (channel.volume?.of ?? []).filter((code) => !known.has(code))
  return [
    ...findRepeatedCodes(measures, `${where}.measures`),
    ...unknown.map((code) =>
      finding(
        'unknown_measure',
        `${where}.volume`,
        `Khối lượng nhân với “${code}”, nhưng kênh này không đếm đại lượng đó.`,
        `The volume multiplies “${code}”, which this channel does not measure.`,
      ),
    ),
  ]
}
