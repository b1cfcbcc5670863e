// Where a report on a period stands, in words with a colour, and by how many days it is late.
import { useTranslations } from 'next-intl'
import type { ReportStep } from '#lib/campaigns/period-report'
import style from './wave-badge.module.css'

const looks: Record<ReportStep, string> = {
  draft: 'planned',
  submitted: 'open',
  returned: 'cancelled',
  accepted: 'closed',
}

export function ReportStepBadge({ step, late = 0 }: { step: ReportStep; late?: number }) {
  const t = useTranslations('periodReports')
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
