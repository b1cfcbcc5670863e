// Where a plan stands, in words with a colour, and by how many days it is late.
import { useTranslations } from 'next-intl'
import type { PlanStep } from '#lib/campaigns/plan-steps'
import { DatedBadge } from './dated-badge'

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
    <DatedBadge
      look={looks[step]}
      text={t(`steps.${step}`)}
      late={late > 0 ? t('late', { days: late }) : null}
    />
  )
}
