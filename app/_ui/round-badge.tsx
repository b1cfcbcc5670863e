// Whether a round is still under way or frozen, and whether it is sample data.
import { useTranslations } from 'next-intl'
import style from './wave-badge.module.css'

export function RoundBadge({ isFrozen, isSample }: { isFrozen: boolean; isSample: boolean }) {
  const t = useTranslations('rounds')
  return (
    <span className={style.row}>
      <span className={style.badge} data-status={isFrozen ? 'closed' : 'open'}>
        {t(isFrozen ? 'frozen' : 'running')}
      </span>
      {isSample && (
        <span className={style.badge} data-status="sample">
          {t('sample')}
        </span>
      )}
    </span>
  )
}
