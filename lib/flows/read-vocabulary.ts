// The newest published channels and areas: the words in which plans, activities and reports speak. Anybody may know them.
import type { Vocabulary } from '#lib/campaigns/vocabulary'
import { listDefinitionsOfKind } from '#lib/db/definitions'
import type { AreasFile } from '#lib/definitions/areas-file'
import type { ChannelsFile } from '#lib/definitions/channels-file'

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
