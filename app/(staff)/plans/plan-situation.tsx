// What is to be done about a plan now, by whom and until when; the comment of a returned plan.
import { useFormatter, useTranslations } from 'next-intl'
import type { PlanStep } from '#lib/campaigns/plan-steps'
import type { LoadedPlan } from '#lib/flows/load-plan'
import style from '../../_ui/page.module.css'
import reminder from '../../_ui/round-forms.module.css'

export function PlanSituation({ loaded }: { loaded: LoadedPlan }) {
  const { step, events, may, lateness, isIssuer, seen } = loaded
  const t = useTranslations('plans')
  const returned = step === 'returned' ? events.findLast(({ kind }) => kind === 'return') : undefined
  const words = isIssuer
    ? t(`situation.issuer.${step === 'issued' ? 'issued' : 'draft'}`)
    : t(`situation.${seen === 0 ? 'missing' : (step as Exclude<PlanStep, 'issued'>)}`)
  return (
    <section
      className={reminder.reminder}
      data-calm={!returned && lateness.daysLate === 0 && !lateness.isNever}
      aria-label={t('situationHead')}
    >
      <p>
        {words} <Deadline loaded={loaded} />
      </p>
      {returned && (
        <p>
          <strong>{t('returnedBy', { by: returned.actorName })}</strong> {returned.comment}
        </p>
      )}
      {may.save && <p className={style.small}>{t('keptHere')}</p>}
    </section>
  )
}

function Deadline({ loaded: { step, isIssuer, dueOn, lateness } }: { loaded: LoadedPlan }) {
  const t = useTranslations('plans')
  const format = useFormatter()
  const { submittedOn, daysLate, isNever } = lateness
  if (isIssuer) return null
  if (submittedOn !== null) return daysLate > 0 ? t('wasLate', { days: daysLate }) : null
  if (step !== 'draft') return null
  const until = dueOn && format.dateTime(new Date(`${dueOn}T12:00:00Z`), { dateStyle: 'long' })
  return (
    <>
      {until ? t('until', { until }) : t('noDay')} {isNever && <strong>{t('neverSent')}</strong>}
      {daysLate > 0 && <strong>{t('lateNow', { days: daysLate })}</strong>}
    </>
  )
}
