// Where a report on a period stands, in words with a colour, and by how many days it is late.
import { useTranslations } from 'next-intl'
import type { ReportStanding } from '#lib/campaigns/period-report'
import { DatedBadge } from './dated-badge'

const looks: Record<ReportStanding, string> = {
  missing: 'planned',
  draft: 'planned',
  submitted: 'open',
  returned: 'cancelled',
  accepted: 'closed',
}

type Props = { step: ReportStanding; late?: number | null; isNever?: boolean }

export function ReportStepBadge({ step, late, isNever }: Props) {
  const t = useTranslations('periodReports')
  const lateness = isNever ? t('never') : late ? t('late', { days: late }) : null
  return <DatedBadge look={looks[step]} text={t(`steps.${step}`)} late={lateness} />
}
