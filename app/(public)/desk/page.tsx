// A delegate's desk: what is asked, by when, why. Opening a ballot leads to the same public page as the link of a letter;
// the code goes along in the fragment, which no server sees.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { DeskLine } from '#lib/flows/load-desk'
import { loadDesk } from '#lib/flows/load-desk'
import { load } from '../../_server/load'
import { signOutNow } from '../../_server/sign-out-now'
import style from '../../_ui/desk.module.css'

export async function generateMetadata() {
  return { title: (await getTranslations('desk'))('title') }
}

export default async function DeskPage() {
  const lines = await load(loadDesk)
  const t = await getTranslations('desk')
  const due = lines.filter(({ state }) => state === 'open')
  const others = lines.filter(({ state }) => state !== 'open')
  return (
    <div className={style.page}>
      <h1>{t('title')}</h1>
      <p className={style.lead}>{t('lead')}</p>
      <section aria-labelledby="due">
        <h2 id="due">{t('due')}</h2>
        {due.length === 0 ? <p>{t('nothingDue')}</p> : <Lines lines={due} />}
      </section>
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">{t('others')}</h2>
          <Lines lines={others} />
        </section>
      )}
      <div className={style.account}>
        <Link href="/account">{t('account')}</Link>
        <form action={signOutNow}>
          <button type="submit" className="button button-quiet">
            {t('signOut')}
          </button>
        </form>
      </div>
    </div>
  )
}

async function Lines({ lines }: { lines: DeskLine[] }) {
  const t = await getTranslations('desk')
  const format = await getFormatter()
  const language = (await getLocale()) === 'en' ? 'en' : 'vi'
  const time = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <ul className={style.lines}>
      {lines.map((line) => (
        <li key={`${line.wave} ${line.unit}`} className={style.line}>
          <h3>{line.title[language]}</h3>
          <dl>
            <dt>{t('about')}</dt>
            <dd>{line.unitName[language]}</dd>
            <dt>{t('until')}</dt>
            <dd>{time(line.takeBy)}</dd>
            <dt>{t('why')}</dt>
            <dd>{line.why[language]}</dd>
            <dt>{t('minutes')}</dt>
            <dd>{t('minutesText', { minutes: line.minutes })}</dd>
          </dl>
          <p className={style.state}>{t(`state.${line.state}`)}</p>
          {line.code && (
            <a
              className={line.state === 'expired' ? 'button button-quiet' : 'button'}
              href={`/s/${line.wave}?u=${encodeURIComponent(line.unit)}&lang=${language}#${line.code}`}
              rel="noreferrer"
            >
              {t(line.state === 'expired' ? 'reopen' : 'open')}
            </a>
          )}
          {line.state !== 'later' && (
            <p>
              {t('receiptNote')} <Link href="/receipt">{t('receiptLink')}</Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
