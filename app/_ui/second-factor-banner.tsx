// Says on every page of the staff that a second factor is due, and leads to where it is set up.
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import style from './sample-banner.module.css'

export function SecondFactorBanner({ due, isOverdue = false }: { due?: Date; isOverdue?: boolean }) {
  const t = useTranslations('protect')
  const format = useFormatter()
  if (!due && !isOverdue) return null
  return (
    <p className={style.banner}>
      {due ? t('bannerDue', { day: format.dateTime(due, { dateStyle: 'long' }) }) : t('bannerOver')}{' '}
      <Link href="/account">{t('bannerLink')}</Link>
    </p>
  )
}
