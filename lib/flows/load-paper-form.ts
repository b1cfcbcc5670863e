// The form of a wave as it is printed for one unit: what is asked, and what stands in the head of the sheet. Reading only;
// whoever may see the wave of the unit may print its form.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { requireUnit } from '#lib/flows/find-place'
import { recallWave } from '#lib/flows/recall-wave'
import type { Form } from '#lib/surveys/form'
import type { PaperHead } from '#lib/surveys/paper-form/paper-form'
import { requireShape } from '#lib/user-input'

const shape = z.object({ wave: z.string().max(60), unit: z.string().max(60) })

export type PaperFormToPrint = { form: Form; head: PaperHead; formName: string; wave: string; unit: string }

/** Throws unknownWave or unknownUnit. */
export async function loadPaperForm(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<PaperFormToPrint> {
  const { wave: id, unit: unitId } = requireShape(shape, input)
  allow(actor, 'waves.read', unitId)
  const wave = await recallWave(id)
  const unit = requireUnit(wave, unitId)
  const { title, asker, purpose, handling, consent } = wave.file
  return {
    form: wave.compiled.form,
    head: {
      ...{ title, asker, purpose, handling, consent },
      wave: { vi: wave.title, en: wave.titleEn },
      unit: { vi: unit.name, en: unit.nameEn },
      hasVillage: wave.design === 'clusters',
      isSample: wave.isSample,
    },
    formName: wave.formName,
    wave: wave.id,
    unit: unit.id,
  }
}
