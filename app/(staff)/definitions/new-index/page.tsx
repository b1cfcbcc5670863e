// An officer's own set of criteria: take a published one as a spreadsheet, change it, hand it in. Without any code.
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { indexColumns } from '#lib/definitions/rule-words'
import { listDefinitions } from '#lib/flows/list-definitions'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { getActor } from '../../../_server/session'
import { exportLinks } from '../../../_ui/export-links'
import { IndexSetForm } from '../../../_ui/index-set-form'
import { NoPermission } from '../../../_ui/no-permission'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { importIndexAction } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('indexSet'))('title') }
}

const rules = ['points', 'linear', 'steps', 'deduct', 'yesNo', 'keep'] as const

export default async function NewIndexPage() {
  const t = await getTranslations('indexSet')
  const language = await getLocale()
  if (!isAllowed(await getActor(), 'indexes.write')) return <NoPermission />
  const indexes = (await load(listDefinitions)).filter(({ kind }) => kind === 'index')
  const choices = indexes.map(({ slug, version, title }) => ({
    value: `${slug}.v${version}`,
    label: `${inLanguage(title, language)} (v${version})`,
  }))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        <section className={style.section} aria-labelledby="take">
          <h2 id="take">{t('take')}</h2>
          <p className={style.soft}>{t('takeLead')}</p>
          <ul>
            {choices.map(({ value, label }) => (
              <li key={value}>
                {label}:{' '}
                {exportLinks('index-table', { index: value }, language).map(({ href, label: format }, at) => (
                  <span key={href}>
                    {at > 0 && ' · '}
                    <a href={href} download>
                      {format}
                    </a>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
        <section className={style.section} aria-labelledby="fill">
          <h2 id="fill">{t('fill')}</h2>
          <dl>
            {indexColumns.map((column) => (
              <div key={column}>
                <dt>
                  <code>{column}</code>
                </dt>
                <dd>{t(`columns.${column}`)}</dd>
              </div>
            ))}
          </dl>
          <p className={style.soft}>{t('rulesLead')}</p>
          <ul>
            {rules.map((rule) => (
              <li key={rule}>{t(`rules.${rule}`)}</li>
            ))}
          </ul>
        </section>
        <IndexSetForm action={importIndexAction} bases={choices} />
        <p>
          <Link href="/definitions">{t('back')}</Link>
        </p>
      </div>
    </>
  )
}
