// Advice to authors on the wording of a form. It blocks nothing.
import { useLocale, useTranslations } from 'next-intl'
import type { FormFile } from '#lib/definitions/form-file'
import { plainLanguageAdvice } from '#lib/definitions/plain-language'
import { DataTable } from './data-table'
import style from './page.module.css'

export function PlainLanguage({ file }: { file: FormFile }) {
  const t = useTranslations('translations')
  const language = useLocale()
  return (
    <section className={style.section} aria-labelledby="plain">
      <h2 id="plain">{t('plain')}</h2>
      <p className={style.soft}>{t('plainLead')}</p>
      <DataTable
        caption={t('plain')}
        isCaptionHidden
        empty={t('noAdvice')}
        rows={plainLanguageAdvice(file)}
        rowKey={({ code, where, vi }) => `${where} ${code} ${vi}`}
        columns={[
          { key: 'where', head: t('place'), cell: ({ where }) => <code>{where}</code> },
          { key: 'advice', head: t('advice'), cell: (one) => one[language] },
        ]}
      />
    </section>
  )
}
