// What somebody who scans a code or opens a link gets to see: the form, or the question which place it is about. Problems
// (not open, closed, code used ...) are thrown; the page shows their sentences.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import type { UnitToAnswer, VillageToAnswer } from '#lib/db/find-wave-to-answer'
import {
  codeFacts,
  refusePaper,
  requireCollection,
  requireOpen,
  requireUnit,
  requireVillage,
} from '#lib/flows/find-place'
import { requireCodeHash, requireUsableCode } from '#lib/flows/judge-visit-code'
import { type RecalledWave, recallWave } from '#lib/flows/recall-wave'
import type { Collection } from '#lib/surveys/collection'

const shape = z.object({
  wave: z.string().max(200),
  unit: z.string().max(200).optional(),
  cluster: z.string().max(200).optional(),
  mode: z.string().max(200).optional(),
  place: z.string().max(200).optional(),
  collector: z.string().max(200).optional(),
  visitCode: z.string().max(200).optional(),
})
export type FormRequest = z.input<typeof shape>

export type OpenForm = { wave: RecalledWave } & (
  | { screen: 'choose-unit'; units: UnitToAnswer[] }
  | { screen: 'choose-village'; unit: UnitToAnswer; villages: VillageToAnswer[] }
  | { screen: 'form'; unit: UnitToAnswer; village: VillageToAnswer | null; collection: Collection }
)

/** Open to everybody, as the submission is. Throws the problems of a wave that takes no answers here and now. */
export async function openForm(_actor: MaybeActor, input: FormRequest): Promise<OpenForm> {
  const request = shape.parse(input)
  const wave = await recallWave(request.wave)
  requireOpen(wave)
  const collection = requireCollection(wave, request)
  refusePaper(collection)
  if (!request.unit) return { wave, screen: 'choose-unit', units: [...wave.units.values()] }
  const unit = requireUnit(wave, request.unit)
  if (collection.entry === 'visit-code') await requireCode(wave, unit.id, request.visitCode)
  if (collection.entry === 'drawn' && !request.cluster)
    return { wave, screen: 'choose-village', unit, villages: [...unit.villages.values()] }
  return {
    wave,
    screen: 'form',
    unit,
    village: requireVillage(collection.entry, unit, request.cluster),
    collection,
  }
}

async function requireCode(wave: RecalledWave, unitId: string, code = ''): Promise<void> {
  const facts = codeFacts(wave)
  await requireUsableCode(requireCodeHash(code, facts), facts, { waveId: wave.id, unitId })
}
