// Where a unit stands in a round, in words with a colour, and by how many days it is late.
import { useTranslations } from 'next-intl'
import type { Step } from '#lib/rounds/round-event'
import { DatedBadge } from './dated-badge'

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
    <DatedBadge
      look={looks[step]}
      text={t(`steps.${step}`)}
      late={late > 0 ? t('late', { days: late }) : null}
    />
  )
}
