// What is known where an activity of a unit is recorded: channels, areas, target groups, the items of the unit's plans and
// the days on which the unit was there.
import type { FilledBook } from '#lib/campaigns/filled-book'
import type { Vocabulary } from '#lib/campaigns/vocabulary'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { findCampaignPlan, listPlanYears } from '#lib/db/campaign-plans'
import { findUnit } from '#lib/db/units'
import { readVocabulary } from '#lib/flows/read-vocabulary'
import { problems } from '#lib/problem'

/** Throws notFound for a unit that does not exist. */
export async function loadActivityBook(
  unitId: string,
  now: Date,
  vocabulary?: Vocabulary,
): Promise<FilledBook> {
  const [unit, years, words] = await Promise.all([
    findUnit(unitId),
    listPlanYears([unitId]),
    vocabulary ?? readVocabulary(),
  ])
  if (!unit) throw problems.notFound({ what: 'đơn vị', id: unitId })
  const plans = await Promise.all(years.map((year) => findCampaignPlan(unitId, year)))
  return {
    ...words,
    planItems: plans.flatMap((plan) =>
      (plan?.body.items ?? []).map(({ code, title, channel }) => ({
        year: plan!.year,
        code,
        title,
        channel,
      })),
    ),
    unit: {
      validFrom: unit.validFrom.toISOString().slice(0, 10),
      validTo: unit.validTo?.toISOString().slice(0, 10) ?? null,
    },
    today: dayInVietNam(now),
  }
}
