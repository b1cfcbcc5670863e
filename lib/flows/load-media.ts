// The bytes of a recording or picture, for the citizen pages: open to everybody, as the form it belongs to.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { findMedia } from '#lib/db/media'
import { problems } from '#lib/problem'

const shape = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })

/** Throws notFound. */
export async function loadMedia(
  _actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<{ type: string; bytes: Uint8Array }> {
  const parsed = shape.safeParse(input)
  const media = parsed.success ? await findMedia(parsed.data.hash) : null
  if (!media) throw problems.notFound({ what: 'tệp', id: input.hash.slice(0, 64) })
  return media
}
