// Where a wave stands, in a word with a colour (never a colour alone).
import { useTranslations } from 'next-intl'
import type { WaveStatus } from '#lib/wave-status'
import style from './wave-badge.module.css'

export function WaveBadge({ status, isSample }: { status: WaveStatus; isSample: boolean }) {
  const t = useTranslations('waves')
  return (
    <span className={style.row}>
      <span className={style.badge} data-status={status}>
        {t(`statuses.${status}`)}
      </span>
      {isSample && (
        <span className={style.badge} data-status="sample">
          {t('sample')}
        </span>
      )}
    </span>
  )
}
