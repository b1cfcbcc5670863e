// A plan as an administrative document: what holds, else what is being written, marked with where it stands.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { planStepNames } from '#lib/campaigns/plan-steps'
import { findUnitWithParent } from '#lib/db/units'
import { planPlace } from '#lib/flows/change-plan'
import { loadPlan } from '#lib/flows/load-plan'
import { officeOf } from '#lib/reports/office-of'
import { planReport } from '#lib/reports/plan-report'
import type { Report } from '#lib/reports/report'
import { requireShape } from '#lib/user-input'

const shape = planPlace.extend({ language: z.enum(['vi', 'en']).default('vi') })

/** Throws notFound, notAllowed. */
export async function reportPlan(actor: MaybeActor, input: z.input<typeof shape>): Promise<Report> {
  allow(actor, 'plans.read', actor?.unitId)
  const { language, ...place } = requireShape(shape, input)
  const { body, inForce, step, isSample, vocabulary, below, unit } = await loadPlan(actor, place)
  const isInForce = inForce !== null || step === 'accepted' || step === 'issued'
  const names = below.map(({ id, name, nameEn }) => [id, language === 'en' ? nameEn : name] as const)
  const { parent } = await findUnitWithParent(unit.id)
  return planReport(
    {
      ...vocabulary,
      body: inForce ?? body,
      year: place.year,
      state: isInForce ? '' : planStepNames[step][language],
      isSample,
      units: new Map(names),
    },
    officeOf(unit, parent, { symbol: 'KH-UBND', day: '', language }),
    language,
  )
}
