// Everything that has been published, by kind: which versions exist, since when, and the hash that proves them unchanged.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { listDefinitions } from '#lib/flows/list-definitions'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { DataTable } from '../../_ui/data-table'
import { definitionFolders, kindOfFolder } from '../../_ui/definition-kinds'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'

export async function generateMetadata() {
  return { title: (await getTranslations('definitions'))('title') }
}

export default async function DefinitionsPage() {
  const definitions = await load(listDefinitions)
  const canWrite = isAllowed(await getActor(), 'indexes.write')
  const t = await getTranslations('definitions')
  const format = await getFormatter()
  const language = await getLocale()
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        {definitionFolders.map((folder) => (
          <section key={folder} className={style.section} aria-labelledby={folder}>
            <h2 id={folder}>{t(`folders.${folder}`)}</h2>
            {folder === 'indexes' && canWrite && (
              <p>
                <Link className="button" href="/definitions/new-index">
                  {t('newIndex')}
                </Link>
              </p>
            )}
            <DataTable
              caption={t(`folders.${folder}`)}
              isCaptionHidden
              rows={definitions.filter((definition) => definition.kind === kindOfFolder[folder])}
              rowKey={(definition) => String(definition.id)}
              columns={[
                {
                  key: 'title',
                  head: t('name'),
                  cell: (one) => (
                    <Link href={`/definitions/${folder}/${one.slug}/${one.version}`}>
                      {inLanguage(one.title, language)}
                    </Link>
                  ),
                },
                {
                  key: 'version',
                  head: t('version'),
                  cell: (one) => <code>{`${one.slug}.v${one.version}`}</code>,
                },
                {
                  key: 'published',
                  head: t('published'),
                  cell: (one) => format.dateTime(one.publishedAt, { dateStyle: 'medium' }),
                },
                {
                  key: 'hash',
                  head: t('hash'),
                  cell: (one) => <code title={one.hash}>{one.hash.slice(0, 12)}</code>,
                },
              ]}
            />
          </section>
        ))}
      </div>
    </>
  )
}
