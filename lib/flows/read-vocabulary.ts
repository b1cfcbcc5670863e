// The newest published channels and areas: the words in which plans, activities and reports speak. Anybody may know them.
import { listDefinitionsOfKind } from '#lib/db/definitions'
import type { AreasFile } from '#lib/definitions/areas-file'
import type { Channel, ChannelsFile } from '#lib/definitions/channels-file'

export type Vocabulary = {
  channels: Channel[]
  areas: AreasFile['areas']
  targetGroups: NonNullable<ChannelsFile['targetGroups']>
}

export async function readVocabulary(): Promise<Vocabulary> {
  const [channels, areas] = await Promise.all([
    listDefinitionsOfKind('channels'),
    listDefinitionsOfKind('areas'),
  ])
  const file = channels[0]?.body as ChannelsFile | undefined
  return {
    channels: file?.channels ?? [],
    targetGroups: file?.targetGroups ?? [],
    areas: (areas[0]?.body as AreasFile | undefined)?.areas ?? [],
  }
}
