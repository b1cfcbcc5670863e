// The years before and after, for pages that show one year.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import style from './page.module.css'

export function YearLinks({ href, year }: { href: string; year: number }) {
  const t = useTranslations('form')
  return (
    <nav className={style.row} aria-label={t('year')}>
      <Link href={`${href}?year=${year - 1}`}>{year - 1}</Link>
      <strong aria-current="page">{year}</strong>
      <Link href={`${href}?year=${year + 1}`}>{year + 1}</Link>
    </nav>
  )
}
