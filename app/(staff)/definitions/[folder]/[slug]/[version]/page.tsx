// One published version: a form as people see it, an index as its tree of criteria, and any file in full.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { FormFile } from '#lib/definitions/form-file'
import type { IndexFile } from '#lib/definitions/index-file'
import { withoutText } from '#lib/definitions/without-text'
import { loadDefinition } from '#lib/flows/load-definition'
import { inLanguage } from '#lib/surveys/local-text'
import type { LocalText } from '#lib/surveys/variable'
import { load } from '../../../../../_server/load'
import { CriteriaTree } from '../../../../../_ui/criteria-tree'
import { kindOfFolder, readFolder } from '../../../../../_ui/definition-kinds'
import { FormFacts } from '../../../../../_ui/form-facts'
import { FormServing } from '../../../../../_ui/form-serving'
import { IndexFacts } from '../../../../../_ui/index-facts'
import style from '../../../../../_ui/page.module.css'
import { PageHeader } from '../../../../../_ui/page-header'
import { PlainLanguage } from '../../../../../_ui/plain-language'

type Params = { folder: string; slug: string; version: string }

export async function generateMetadata({ params }: { params: Promise<Params> }) {
  const { slug, version } = await params
  return { title: `${slug}.v${version}` }
}

export default async function DefinitionPage({ params }: { params: Promise<Params> }) {
  const { folder: folderText, slug, version } = await params
  const folder = readFolder(folderText)
  if (!folder) notFound()
  const kind = kindOfFolder[folder]
  const definition = await load((actor) => loadDefinition(actor, { kind, slug, version }))
  const t = await getTranslations('definitions')
  const translations = await getTranslations('translations')
  const language = await getLocale()
  const format = await getFormatter()
  const { title } = definition.body as { title: LocalText }
  const published = format.dateTime(definition.publishedAt, { dateStyle: 'medium' })
  return (
    <>
      <PageHeader
        title={inLanguage(title, language)}
        lead={t('publishedAs', { name: `${slug}.v${version}`, date: published })}
      />
      <div className={style.sections}>
        {kind === 'form' && (
          <p>
            <Link className="button" href={`/definitions/forms/${slug}/${version}/translations`}>
              {translations('open')}
            </Link>
          </p>
        )}
        {kind === 'form' && <FormFacts file={definition.body as FormFile} />}
        {kind === 'form' && (
          <FormServing
            file={definition.body as FormFile}
            path={`/definitions/forms/${slug}/${version}/preview`}
          />
        )}
        {kind === 'form' && <PlainLanguage file={definition.body as FormFile} />}
        {kind === 'index' && <IndexFacts file={definition.body as IndexFile} />}
        {kind === 'index' && (
          <section className={style.section} aria-labelledby="criteria">
            <h2 id="criteria">{t('criteria')}</h2>
            <CriteriaTree
              criteria={(definition.body as IndexFile).criteria}
              noText={withoutText(definition.body as IndexFile)}
            />
          </section>
        )}
        <section className={style.section} aria-labelledby="file">
          <h2 id="file">{t('file')}</h2>
          <p className={style.small}>
            {t('hash')}: <code>{definition.hash}</code>
          </p>
          <details>
            <summary>{t('showFile')}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
            <pre className={style.code} tabIndex={0}>
              {JSON.stringify(definition.body, null, 2)}
            </pre>
          </details>
        </section>
      </div>
    </>
  )
}
