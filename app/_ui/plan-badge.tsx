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

type Props = { step: PlanStep | 'missing'; late?: number; isNever?: boolean }

export function PlanBadge({ step, late, isNever }: Props) {
  const t = useTranslations('plans')
  const lateness = isNever ? t('never') : late ? t('late', { days: late }) : null
  return <DatedBadge look={looks[step]} text={t(`steps.${step}`)} late={lateness} />
}
