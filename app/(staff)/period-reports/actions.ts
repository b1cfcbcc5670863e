'use server'
// What officers do with reports on a period. The flows decide who may and what is right.
import { revalidatePath } from 'next/cache'
import type { Period } from '#lib/campaigns/period'
import { wordSections } from '#lib/campaigns/period-report'
import { saveReportWords } from '#lib/flows/save-report-words'
import { settlePeriodReport } from '#lib/flows/settle-period-report'
import { submitPeriodReport } from '#lib/flows/submit-period-report'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

const place = ['unit', 'year', 'period', 'seen'] as const

/** One form, two buttons: `intent` says whether the words are only kept or the report is signed and handed in. */
export const writePeriodReportAction = action<'saved' | 'submitted'>(async (actor, form) => {
  const { intent, period, ...texts } = textFields(form, [
    ...place,
    'intent',
    ...wordSections,
    'number',
    'position',
    'name',
  ])
  const fields = { ...texts, period: period as Period }
  if (intent === 'submit') await submitPeriodReport(actor, fields)
  else await saveReportWords(actor, fields)
  revalidatePath('/period-reports', 'layout')
  return intent === 'submit' ? 'submitted' : 'saved'
})

export const settlePeriodReportAction = action<undefined>(async (actor, form) => {
  const { period, decision, ...texts } = textFields(form, [...place, 'decision', 'comment'])
  await settlePeriodReport(actor, {
    ...texts,
    period: period as Period,
    decision: decision as 'accept' | 'return',
  })
  revalidatePath('/period-reports', 'layout')
})
