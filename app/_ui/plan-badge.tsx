// Where a plan stands, in words with a colour, and by how many days it is late.
import { useTranslations } from 'next-intl'
import type { PlanStep } from '#lib/campaigns/plan-steps'
import style from './wave-badge.module.css'

const looks: Record<PlanStep | 'missing', string> = {
  missing: 'closed',
  draft: 'closed',
  submitted: 'planned',
  returned: 'sample',
  accepted: 'open',
  issued: 'open',
}

export function PlanBadge({ step, late = 0 }: { step: PlanStep | 'missing'; late?: number }) {
  const t = useTranslations('plans')
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
