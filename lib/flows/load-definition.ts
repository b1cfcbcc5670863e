// One published version with its body, for the preview of a form and the page of an index.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { type DefinitionRow, findDefinition } from '#lib/db/definitions'
import { problems } from '#lib/problem'

const shape = z.object({ kind: z.string(), slug: z.string(), version: z.coerce.number().int() })

/** The published version. Throws notFound. */
export async function loadDefinition(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<DefinitionRow> {
  allow(actor, 'definitions.read', actor?.unitId)
  const parsed = shape.safeParse(input)
  const row =
    parsed.success && (await findDefinition(parsed.data.kind, parsed.data.slug, parsed.data.version))
  if (!row)
    throw problems.notFound({
      what: 'định nghĩa',
      id: `${input.kind}/${input.slug}.v${String(input.version)}`,
    })
  return row
}
