// Where paper is keyed in: the stack must exist and be open, its wave not cancelled, and the person must be allowed to. A
// rated unit keys in its own sheets only where the wave says so: whoever is rated should not be the one who reads the marks.
import { z } from 'zod'
import { type Actor, allow, type MaybeActor } from '#lib/access'
import { type BatchFacts, type BatchKey, findPaperBatch } from '#lib/db/paper-batches'
import { type RecalledWave, recallWave } from '#lib/flows/recall-wave'
import { problems } from '#lib/problem'
import type { PaperQuestion } from '#lib/surveys/paper-form/paper-field'
import { paperQuestions } from '#lib/surveys/paper-form/paper-questions'

export const batchPlace = { wave: z.string().max(60), unit: z.string().max(60), number: z.string().max(60) }
export type BatchPlace = { wave: string; unit: string; number: string }

/** Throws notAllowed, or paperNotByUnit. */
export function requirePaperRight(actor: MaybeActor, wave: RecalledWave, unit: string): Actor {
  const officer = allow(actor, 'paper.write', unit)
  if (officer.role === 'commune' && !wave.isPaperKeyedByUnits) throw problems.paperNotByUnit({})
  return officer
}

export type OpenBatch = {
  officer: Actor
  wave: RecalledWave
  batch: BatchFacts
  key: BatchKey
  questions: PaperQuestion[]
}

/** The open stack somebody wants to work on. Throws notFound, batchClosed, waveClosed for a cancelled wave. */
export async function requireOpenBatch(actor: MaybeActor, place: BatchPlace): Promise<OpenBatch> {
  allow(actor, 'paper.write', place.unit)
  const wave = await recallWave(place.wave)
  const officer = requirePaperRight(actor, wave, place.unit)
  const batch = await requireBatch(place)
  if (batch.closedOn) throw problems.batchClosed({ number: batch.number })
  if (wave.isCancelled) throw problems.waveClosed({ closedAt: wave.closesAt })
  const { unitId, waveId, number } = batch
  const questions = paperQuestions(wave.compiled.form)
  return { officer, wave, batch, key: { unitId, waveId, number }, questions }
}

/** The stack, open or closed. Throws notFound. */
export async function requireBatch({ wave, unit, number }: BatchPlace): Promise<BatchFacts> {
  const batch = await findPaperBatch({ unitId: unit, waveId: wave, number })
  if (!batch) throw problems.notFound({ what: 'xấp phiếu', id: number })
  return batch
}
