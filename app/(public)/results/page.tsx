// Everything that has been released to the public.

import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { listReleases } from '#lib/flows/list-releases'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { EmptyState } from '../../_ui/empty-state'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'

export async function generateMetadata() {
  return { title: (await getTranslations('results.public'))('title') }
}

export default async function ReleasesPage() {
  const t = await getTranslations('results.public')
  const format = await getFormatter()
  const language = await getLocale()
  const releases = await load(listReleases)
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {releases.length === 0 && <EmptyState title={t('noneTitle')}>{t('none')}</EmptyState>}
      <ul className={style.grid}>
        {releases.map((release) => (
          <li key={release.id} className={style.panel}>
            <h2>
              <Link href={`/results/${release.id}`}>{release.title}</Link>
            </h2>
            <p>{inLanguage(release.indexTitle, language)}</p>
            <p className={style.small}>
              {release.withdrawnAt
                ? t('withdrawnOn', { day: day(release.withdrawnAt) })
                : t('releasedOn', { day: day(release.releasedAt) })}
              {release.isSample && ` · ${t('sample')}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
