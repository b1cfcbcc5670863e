// Questions with recordings for some of their choices and not for others. Reading aloud reads all choices or none, so what
// lacks one silences the others wherever the device has no voice of that language: the officer is told which to record.
import { mainLanguage } from '#lib/surveys/languages'

type Place = { owner: string; label: string }
type Recording = { owner: string; language: string; kind: 'audio' | 'image' }

/** Question and the choices without a recording, in that language or the Vietnamese one that stands in for it. */
export function unheardChoices(
  places: readonly Place[],
  recordings: readonly Recording[],
  language: string,
): { question: string; missing: Place[] }[] {
  const heard = new Set(
    recordings
      .filter((one) => one.kind === 'audio' && [language, mainLanguage].includes(one.language))
      .map(({ owner }) => owner),
  )
  const lists = new Map<string, Place[]>()
  for (const place of places) {
    const list = /^(.+\/(?:choices|columns))\/[^/]+$/.exec(place.owner)?.[1]
    if (list) lists.set(list, [...(lists.get(list) ?? []), place])
  }
  return [...lists].flatMap(([list, all]) => {
    const missing = all.filter(({ owner }) => !heard.has(owner))
    const isUneven = missing.length > 0 && missing.length < all.length
    return isUneven ? [{ question: list.slice(0, list.lastIndexOf('/')), missing }] : []
  })
}
