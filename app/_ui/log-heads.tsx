// What the public logs behind some figures came to on the day they were released: whoever copies or prints it can check later
// that nothing before was added, dropped or changed.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { fingerprint, type Head } from '#lib/ledger/head'
import style from './page.module.css'

export function LogHeads({ heads }: { heads: readonly Head[] }) {
  const t = useTranslations('ledger')
  if (heads.length === 0) return null
  return (
    <section className={style.section} aria-labelledby="log-heads">
      <h2 id="log-heads">{t('atRelease')}</h2>
      <p>{t('atReleaseText')}</p>
      <ul>
        {heads.map(({ wave, size, root, day, key }) => (
          <li key={wave}>
            <Link href={`/ledger/${wave}`}>{wave}</Link>:{' '}
            {t('headLine', { size, day: day.split('-').reverse().join('/'), fingerprint: fingerprint(key) })}{' '}
            <code className={style.breaking}>{root}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
