// The codebook of the form of a wave: what the columns and codes of the response file mean.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { findMeasuredWave } from '#lib/db/measured-waves'
import { codebookTable } from '#lib/exports/codebook-table'
import type { Table } from '#lib/exports/table'
import { problems } from '#lib/problem'
import { formLayout } from '#lib/scoring/form-layout'
import { requireShape } from '#lib/user-input'

const shape = z.object({ wave: z.string().max(80) })

/** Throws unknownWave. */
export async function exportCodebook(actor: MaybeActor, input: z.input<typeof shape>): Promise<Table> {
  allow(actor, 'definitions.read', actor?.unitId)
  const { wave: id } = requireShape(shape, input)
  const wave = await findMeasuredWave(id)
  if (!wave) throw problems.unknownWave({ wave: id })
  const codebook = formLayout(wave.form).variables.map(({ variable }) => variable)
  return codebookTable(`${wave.form.slug}.v${wave.form.version}`, codebook, wave.design === 'people')
}
