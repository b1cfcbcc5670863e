// The languages of one published form: what is missing in each, the table to translate, its history, recordings and pictures.
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { loadTranslation } from '#lib/flows/load-translation'
import { inLanguage } from '#lib/surveys/local-text'
import { unheardChoices } from '#lib/surveys/unheard-choices'
import { load } from '../../../../../../_server/load'
import { getActor } from '../../../../../../_server/session'
import { DataTable } from '../../../../../../_ui/data-table'
import { exportLinks } from '../../../../../../_ui/export-links'
import { LanguageTable } from '../../../../../../_ui/language-table'
import { MediaForm } from '../../../../../../_ui/media-form'
import style from '../../../../../../_ui/page.module.css'
import { PageHeader } from '../../../../../../_ui/page-header'
import { TranslationForm } from '../../../../../../_ui/translation-form'
import { attachMediaAction, importTranslationAction } from '../../../../actions'

type Props = {
  params: Promise<{ folder: string; slug: string; version: string }>
  searchParams: Promise<{ language?: string }>
}

export async function generateMetadata({ params }: Props) {
  const { slug, version } = await params
  return { title: `${(await getTranslations('translations'))('title')} ${slug}.v${version}` }
}

export default async function TranslationsPage({ params, searchParams }: Props) {
  const { folder, slug, version } = await params
  if (folder !== 'forms') notFound()
  const { language: chosen } = await searchParams
  const loaded = await load((actor) => loadTranslation(actor, { slug, version, language: chosen }))
  const { form, languages, lines, events, attachments, places } = loaded
  const t = await getTranslations('translations')
  const language = await getLocale()
  const format = await getFormatter()
  const mayWrite = isAllowed(await getActor(), 'definitions.translate')
  const state = languages.find(({ code }) => code === chosen)
  return (
    <>
      <PageHeader title={t('title')} lead={`${inLanguage(form.title, language)} (v${form.version})`} />
      <div className={style.sections}>
        <section className={style.section} aria-labelledby="languages">
          <h2 id="languages">{t('languages')}</h2>
          <p className={style.soft}>{t('lead')}</p>
          <LanguageTable states={languages} path={`/definitions/forms/${slug}/${version}/translations`} />
        </section>
        {state && (
          <section className={style.section} aria-labelledby="texts">
            <h2 id="texts">{t('table', { language: state.names[language] })}</h2>
            <p className={style.soft}>{t('downloadLead')}</p>
            <p>
              {t('download')}:{' '}
              {exportLinks('translation', { slug, version, language: state.code }, language).map(
                ({ href, label }, at) => (
                  <span key={href}>
                    {at > 0 && ' · '}
                    <a href={href} download>
                      {label}
                    </a>
                  </span>
                ),
              )}
            </p>
            <DataTable
              caption={t('table', { language: state.names[language] })}
              isCaptionHidden
              rows={lines}
              rowKey={({ key }) => key}
              columns={[
                { key: 'key', head: t('key'), cell: (line) => <code>{line.key}</code> },
                { key: 'vi', head: t('vi'), cell: (line) => <span lang="vi">{line.vi}</span> },
                {
                  key: 'words',
                  head: state.names[language],
                  cell: (line) => (line.words ? <span lang={state.code}>{line.words}</span> : t('empty')),
                },
              ]}
            />
          </section>
        )}
        {state && !state.isOwn && mayWrite && (
          <TranslationForm action={importTranslationAction} form={form} language={state.code} />
        )}
        {state && !state.isOwn && (
          <section className={style.section} aria-labelledby="history">
            <h2 id="history">{t('history')}</h2>
            <DataTable
              caption={t('history')}
              isCaptionHidden
              rows={events}
              rowKey={({ id }) => String(id)}
              columns={[
                {
                  key: 'when',
                  head: t('when'),
                  cell: (one) => format.dateTime(one.enteredAt, { dateStyle: 'medium', timeStyle: 'short' }),
                },
                { key: 'who', head: t('who'), cell: (one) => one.enteredBy ?? '–' },
                { key: 'count', head: t('count'), isNumber: true, cell: (one) => format.number(one.count) },
                { key: 'review', head: t('review'), cell: (one) => t(`reviews.${one.review}`) },
                { key: 'note', head: t('note'), cell: (one) => one.note },
              ]}
            />
          </section>
        )}
        {state && (
          <section className={style.section} aria-labelledby="media">
            <h2 id="media">{t('media')}</h2>
            <DataTable
              caption={t('media')}
              isCaptionHidden
              empty={t('noMedia')}
              rows={attachments.filter((one) => one.language === state.code)}
              rowKey={(one) => `${one.owner} ${one.kind}`}
              columns={[
                { key: 'place', head: t('place'), cell: (one) => <code>{one.owner}</code> },
                {
                  key: 'kind',
                  head: t('kind'),
                  cell: (one) => <a href={`/s/media/${one.hash}`}>{t(`kinds.${one.kind}`)}</a>,
                },
                {
                  key: 'size',
                  head: t('size'),
                  isNumber: true,
                  cell: (one) => `${format.number(Math.ceil(one.size / 1024))} kB`,
                },
                { key: 'source', head: t('source'), cell: (one) => one.source },
              ]}
            />
            {unheardChoices(places, attachments, state.code).map(({ question, missing }) => (
              <p key={question} className={style.unofficial}>
                {t('unheard', { question, missing: missing.map(({ label }) => label).join('; ') })}
              </p>
            ))}
          </section>
        )}
        {state && mayWrite && (
          <MediaForm action={attachMediaAction} form={form} language={state.code} places={places} />
        )}
      </div>
    </>
  )
}
