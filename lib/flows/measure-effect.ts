// The effect of a study, computed once for the same data: the page, its files and whoever else asks at the same time share one
// result. Nothing can be out of date, because the key is everything the result is made from.
import { createHash } from 'node:crypto'
import { canonicalJson } from '#lib/canonical-json'
import { studyEffectInSteps } from '#lib/effects/study-effect'
import type { StudyInput, StudyWave } from '#lib/effects/study-input'
import type { StudyResult } from '#lib/effects/study-result'
import { runInSteps } from '#lib/flows/run-in-steps'

const mostKept = 12
/** The one that was asked for last stands last. */
const kept = new Map<string, Promise<StudyResult>>()

/** Whoever gets the result must not change it. */
export function measureEffect(input: StudyInput): Promise<StudyResult> {
  const key = fingerprint(input)
  const known = kept.get(key)
  const result = known ?? runInSteps(studyEffectInSteps(input))
  if (!known) result.catch(() => kept.delete(key))
  kept.delete(key)
  kept.set(key, result)
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  return result
}

function fingerprint({ waves, ...rest }: StudyInput): string {
  const hash = createHash('sha256').update(canonicalJson(rest))
  for (const wave of waves) addWave(hash, wave)
  return hash.digest('base64')
}

function addWave(hash: ReturnType<typeof createHash>, { answers, ...head }: StudyWave): void {
  const { codes, weight, ...labels } = answers
  hash.update(canonicalJson(head)).update(JSON.stringify(labels)).update(Float64Array.from(weight))
  for (const [variable, column] of Object.entries(codes))
    hash.update(JSON.stringify([variable, column.length])).update(Float64Array.from(column))
}
