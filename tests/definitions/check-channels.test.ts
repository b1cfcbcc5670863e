// A file of channels is refused when its codes or measures do not fit together.
import { expect, test } from 'vitest'
import type { ChannelsFile } from '#lib/definitions/channels-file'
import { checkChannels } from '#lib/definitions/check-channels'

const words = { vi: 'x', en: 'x' }
const measure = (code: string) => ({ code, name: words, isSummed: true })
const file = (channels: ChannelsFile['channels']): ChannelsFile => ({
  $schema: '',
  slug: 's',
  version: 1,
  title: words,
  channels,
})

test('a volume may multiply only what its channel measures', () => {
  const loudspeaker = { code: 'loudspeaker', name: words, output: words, measures: [measure('broadcasts')] }
  const found = checkChannels(
    file([{ ...loudspeaker, volume: { name: words, of: ['broadcasts', 'minutes'] } }]),
  )
  expect(found.map(({ code, where }) => [code, where])).toEqual([
    ['unknown_measure', 'channels.loudspeaker.volume'],
  ])
})

test('a measure, a channel or a target group named twice is found', () => {
  const one = {
    code: 'press',
    name: words,
    output: words,
    measures: [measure('articles'), measure('articles')],
  }
  const groups = [
    { code: 'youth', name: words },
    { code: 'youth', name: words },
  ]
  const found = checkChannels({ ...file([one, one]), targetGroups: groups })
  expect(found.map(({ where }) => where)).toEqual([
    'channels',
    'targetGroups',
    'channels.press.measures',
    'channels.press.measures',
  ])
})
