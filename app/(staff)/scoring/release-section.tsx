// Releasing what the page shows, and what was released of this wave before.

import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { listReleases } from '#lib/flows/list-releases'
import { load } from '../../_server/load'
import { DataTable } from '../../_ui/data-table'
import style from '../../_ui/page.module.css'
import { ReleaseForm } from '../../_ui/release-form'
import { WithdrawButton } from '../../_ui/withdraw-button'
import { releaseAction, withdrawAction } from './actions'
import type { ViewProps } from './result-query'

export async function ReleaseSection({ place, title }: { place: ViewProps['place']; title: string }) {
  const t = await getTranslations('results.release')
  const format = await getFormatter()
  const releases = (await load(listReleases)).filter((release) => release.waveId === place.wave)
  return (
    <>
      <ReleaseForm key={JSON.stringify(place)} action={releaseAction} place={place} suggestion={title} />
      <section className={style.section} aria-labelledby="releases">
        <h2 id="releases">{t('list')}</h2>
        <DataTable
          caption={t('list')}
          isCaptionHidden
          rows={releases}
          rowKey={(release) => release.id}
          empty={t('none')}
          columns={[
            {
              key: 'title',
              head: t('name'),
              cell: (release) => <Link href={`/results/${release.id}`}>{release.title}</Link>,
            },
            {
              key: 'at',
              head: t('released'),
              cell: (release) =>
                format.dateTime(release.releasedAt, { dateStyle: 'short', timeStyle: 'short' }),
            },
            {
              key: 'state',
              head: t('state'),
              cell: (release) =>
                release.withdrawnAt ? (
                  t('withdrawn')
                ) : (
                  <>
                    {t('standing')} <WithdrawButton action={withdrawAction} id={release.id} />
                  </>
                ),
            },
          ]}
        />
      </section>
    </>
  )
}
