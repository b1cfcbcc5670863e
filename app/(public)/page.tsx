// The first page for everybody: what this is, what has been released, and how the numbers are made.
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { listReleases } from '#lib/flows/list-releases'
import { getActor } from '../_server/session'
import style from '../_ui/home.module.css'
import { Ruler } from '../_ui/ruler'

export default async function HomePage() {
  const t = await getTranslations('home')
  const format = await getFormatter()
  const releases = (await listReleases(await getActor())).filter((release) => !release.withdrawnAt)
  const points = ['asked', 'counted', 'shown'] as const
  return (
    <>
      <section className={style.hero}>
        <div className={style.words}>
          <h1 className={style.title}>{t('title')}</h1>
          <p className={style.lead}>{t('lead')}</p>
          <p className={style.actions}>
            <Link className="button" href="/results">
              {t('seeResults')}
            </Link>
            <Link className="button button-quiet" href="/about">
              {t('seeAbout')}
            </Link>
          </p>
        </div>
        <Ruler />
      </section>
      <section className={style.section} aria-labelledby="releases">
        <h2 id="releases">{t('releases')}</h2>
        {releases.length === 0 ? (
          <p className={style.soft}>{t('noReleases')}</p>
        ) : (
          <ul className={style.releases}>
            {releases.slice(0, 5).map((release) => (
              <li key={release.id} className={style.release}>
                <Link href={`/results/${release.id}`}>{release.title}</Link>
                <span className={style.soft}>
                  {t('released', { date: format.dateTime(release.releasedAt, { dateStyle: 'medium' }) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className={style.section} aria-labelledby="how">
        <h2 id="how">{t('how')}</h2>
        <ul className={style.points}>
          {points.map((point) => (
            <li key={point} className={style.point}>
              <h3>{t(`${point}.title`)}</h3>
              <p>{t(`${point}.text`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className={style.invitation} aria-labelledby="answer">
        <h2 id="answer">{t('answer')}</h2>
        <p>{t('answerText')}</p>
      </section>
    </>
  )
}
