// Where and how an answer is given: the wave must take answers now, the unit must take part, the village must be in the
// sample of a sampled wave, mode and place must be offered, and there must be a right to answer. The form page and the
// submission meet the same rules here.

import { dayInVietNam } from '#lib/day-in-viet-nam'
import type { UnitToAnswer, VillageToAnswer } from '#lib/db/find-wave-to-answer'
import type { RecalledWave } from '#lib/flows/recall-wave'
import { problems } from '#lib/problem'
import {
  type Collection,
  type Collector,
  collectors,
  type Entry,
  type Mode,
  type Place,
} from '#lib/surveys/collection'
import { isInGrace, plausibleDay } from '#lib/wave-grace'

/** Throws waveNotOpen or waveClosed unless the wave takes answers at this moment. */
export function requireOpen({ opensAt, closesAt }: RecalledWave): void {
  const now = Date.now()
  if (now < opensAt.getTime()) throw problems.waveNotOpen({ opensAt })
  if (now >= closesAt.getTime()) throw problems.waveClosed({ closedAt: closesAt })
}

/**
 * The day under which an answer that arrives now is stored: that of answering as a device says it, where it can be true.
 * Throws waveNotOpen, waveClosed, or resultsReleased for an answer that would come in the days of grace.
 */
export function requireTaking(wave: RecalledWave, answeredOn: string | undefined): string {
  const now = new Date()
  const day = plausibleDay(wave, answeredOn, now)
  if (!wave.isCancelled && day && isInGrace(wave, day, now)) {
    if (wave.isReleased) throw problems.resultsReleased({})
    return day
  }
  requireOpen(wave)
  return day ?? dayInVietNam(now)
}

/** The unit of the wave. Throws unknownUnit. */
export function requireUnit(wave: RecalledWave, unit: string): UnitToAnswer {
  const found = wave.units.get(unit)
  if (!found) throw problems.unknownUnit({ unit: unit.slice(0, 60) })
  return found
}

/** The drawn village of an answer that belongs to the sample; no other has one. Throws unknownCluster. */
export function requireVillage(
  entry: Entry,
  unit: UnitToAnswer,
  code: string | undefined,
): VillageToAnswer | null {
  if (entry !== 'drawn') {
    if (code) throw problems.unknownCluster({ cluster: code.slice(0, 60) })
    return null
  }
  const village = unit.villages.get(code ?? '')
  if (!village) throw problems.unknownCluster({ cluster: (code ?? '').slice(0, 60) })
  return village
}

/** What is said about how an answer comes in, before it is checked. */
export type SaidCollection = {
  mode?: string
  place?: string
  collector?: string
  cluster?: string
  visitCode?: string
}

/** What a sender may not say: paper answers come out of a stack that an officer closes, never over the open door. */
export function refusePaper({ mode }: Collection): void {
  if (mode === 'paper') throw problems.modeNotOffered({ mode })
}

/** How the answer comes in. Throws modeNotOffered, placeNotOffered, unknownCollector, codeRequired, codeNotTaken, invitationRequired. */
export function requireCollection(wave: RecalledWave, said: SaidCollection): Collection {
  const { place = '', collector = '' } = said
  if (place !== '' && !wave.places.includes(place))
    throw problems.placeNotOffered({ place: place.slice(0, 60) })
  if (!(collectors as readonly string[]).includes(collector))
    throw problems.unknownCollector({ collector: collector.slice(0, 60) })
  return {
    mode: requireMode(wave, said.mode),
    place: place as Place,
    collector: collector as Collector,
    entry: requireEntry(wave, said),
  }
}

/** A code before a village before the open door. Throws invitationRequired for a wave of invited people: they cast ballots. */
function requireEntry({ audience, design, entries }: RecalledWave, said: SaidCollection): Entry {
  if (audience === 'delegates') throw problems.invitationRequired({})
  if (said.visitCode) {
    if (!entries.includes('visit-code')) throw problems.codeNotTaken({})
    return 'visit-code'
  }
  if (said.cluster && design === 'clusters') return 'drawn'
  if (entries.includes('open')) return 'open'
  if (design === 'clusters') return 'drawn'
  throw problems.codeRequired({})
}

/** What a person with a code that does not work is told besides. */
export const codeFacts = ({ entries }: Pick<RecalledWave, 'entries'>) => ({
  hasOpenForm: entries.includes('open'),
})

/** The mode of answering: the first that the wave offers when none is named. */
function requireMode(wave: RecalledWave, mode: string | undefined): Mode {
  const asked = mode ?? (wave.modes.includes('self') ? 'self' : (wave.modes[0] ?? ''))
  if (!wave.modes.includes(asked)) throw problems.modeNotOffered({ mode: asked.slice(0, 60) })
  return asked as Mode
}
