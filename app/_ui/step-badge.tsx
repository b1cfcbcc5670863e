// Where a unit stands in a round, in words with a colour, and by how many days it is late.
import { useTranslations } from 'next-intl'
import type { Step } from '#lib/rounds/round-event'
import style from './wave-badge.module.css'

const looks: Record<Step, string> = {
  'self-scoring': 'planned',
  appraisal: 'planned',
  explanation: 'planned',
  'second-appraisal': 'planned',
  settled: 'open',
  frozen: 'closed',
}

export function StepBadge({ step, late = 0 }: { step: Step; late?: number }) {
  const t = useTranslations('rounds')
  return (
    <span className={style.row}>
      <span className={style.badge} data-status={looks[step]}>
        {t(`steps.${step}`)}
      </span>
      {late > 0 && (
        <span className={style.badge} data-status="cancelled">
          {t('late', { days: late })}
        </span>
      )}
    </span>
  )
}
