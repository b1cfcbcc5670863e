// Where a contest stands, in a word with a colour (never a colour alone).
import { useTranslations } from 'next-intl'
import type { ContestStatus } from '#lib/contests/contest-times'
import style from './wave-badge.module.css'

type Props = { status: ContestStatus; isDrawn: boolean; isSample: boolean }

export function ContestBadge({ status, isDrawn, isSample }: Props) {
  const t = useTranslations('contests')
  const waves = useTranslations('waves')
  return (
    <span className={style.row}>
      <span className={style.badge} data-status={status === 'entering' ? 'open' : status}>
        {t(isDrawn ? 'statuses.drawn' : `statuses.${status}`)}
      </span>
      {isSample && (
        <span className={style.badge} data-status="sample">
          {waves('sample')}
        </span>
      )}
    </span>
  )
}
