// Where a report on a period stands, in words with a colour, and by how many days it is late.
import { useTranslations } from 'next-intl'
import type { ReportStep } from '#lib/campaigns/period-report'
import { DatedBadge } from './dated-badge'

const looks: Record<ReportStep, string> = {
  draft: 'planned',
  submitted: 'open',
  returned: 'cancelled',
  accepted: 'closed',
}

export function ReportStepBadge({ step, late = 0 }: { step: ReportStep; late?: number }) {
  const t = useTranslations('periodReports')
  return (
    <DatedBadge
      look={looks[step]}
      text={t(`steps.${step}`)}
      late={late > 0 ? t('late', { days: late }) : null}
    />
  )
}
