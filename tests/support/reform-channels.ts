// The channels that are really counted: the newest file of surveys/channels.
import { readFileSync } from 'node:fs'
import { channelsFile } from '#lib/definitions/channels-file'

const path = new URL('../../surveys/channels/reform-channels.v2.json', import.meta.url)

export const reformChannels = channelsFile.parse(JSON.parse(readFileSync(path, 'utf8')))
