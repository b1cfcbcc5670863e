// The words in which plans, activities and reports speak: channels, areas and target groups as they were last published.
import type { AreasFile } from '#lib/definitions/areas-file'
import type { Channel, ChannelsFile } from '#lib/definitions/channels-file'

export type Vocabulary = {
  channels: Channel[]
  areas: AreasFile['areas']
  targetGroups: NonNullable<ChannelsFile['targetGroups']>
}
