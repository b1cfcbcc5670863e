// The start stops when the keys are not those of the database: going on would seal new data beside old data that nobody can open.
// Whoever has lost a key for good says so with KEYS_LOST=1.
import { env } from '#lib/env'
import { checkKeys } from '#lib/flows/check-keys'
import { log } from './log'

/** Throws one error with every reason in both languages. */
export async function requireKeys(): Promise<void> {
  const { lost, changed } = await checkKeys(null)
  const say = (sentences: typeof lost) => sentences.map(({ vi, en }) => `${vi}\n${en}`).join('\n')
  if (changed.length > 0) log.warn(say(changed))
  if (lost.length === 0) return
  if (!env().KEYS_LOST)
    throw new Error(
      `${say(lost)}\nNếu khóa cũ đã mất hẳn: KEYS_LOST=1. / If the old key is lost for good: KEYS_LOST=1.`,
    )
  log.warn(say(lost))
}
