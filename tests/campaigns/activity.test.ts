import { expect, it } from 'vitest'
import { mainMeasure, volumeOf } from '#lib/campaigns/activity'
import { reformChannels } from '../support/reform-channels'

const channel = (code: string) => reformChannels.channels.find((one) => one.code === code)!

it('divides the cost of every counted channel by the measure that its output is named after', () => {
  expect(Object.fromEntries(reformChannels.channels.map((one) => [one.code, mainMeasure(one)]))).toEqual({
    loudspeaker: 'broadcasts',
    broadcast: 'programmes',
    press: 'articles',
    leaflet: 'copies',
    poster: 'pieces',
    meeting: 'attendances',
    law_day: 'attendances',
    contest: 'entries',
    social: 'posts',
    website: 'articles',
    one_stop: 'people',
    press_briefing: 'briefings',
  })
})

it('has no main measure for a channel that is only asked about', () => {
  const { measures: _measures, ...asked } = channel('leaflet')
  expect(mainMeasure(asked)).toBeNull()
})

it('multiplies broadcasts, minutes and clusters, and knows no volume when one of them is not known', () => {
  expect(volumeOf(channel('loudspeaker'), { broadcasts: 12, minutes: 15, clusters: 3 })).toBe(540)
  expect(volumeOf(channel('loudspeaker'), { broadcasts: 12, minutes: 15 })).toBeNull()
  expect(volumeOf(channel('leaflet'), { copies: 500 })).toBeNull()
})
