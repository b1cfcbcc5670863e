// The pages of a round.
import { useTranslations } from 'next-intl'
import style from './round-forms.module.css'
import { TabLinks } from './tab-links'

type Props = { round: string; current: 'board' | 'comparison' | 'result' | 'years'; isFrozen: boolean }

export function RoundTabs({ round, current, isFrozen }: Props) {
  const t = useTranslations('rounds')
  const tabs = [
    { key: 'board', href: `/rounds/${round}` },
    { key: 'comparison', href: `/rounds/${round}/comparison` },
    ...(isFrozen
      ? ([
          { key: 'result', href: `/rounds/${round}/result` },
          { key: 'years', href: `/rounds/${round}/years` },
        ] as const)
      : []),
  ] as const
  return (
    <div className={style.tabs}>
      <TabLinks
        label={t('pages')}
        tabs={tabs.map(({ key, href }) => ({ href, label: t(`tabs.${key}`), isCurrent: key === current }))}
      />
    </div>
  )
}
