// Which page serves a form and why, and the form itself to look at, as people get it: in a tab of its own, because it is a
// page of its own.
import { useTranslations } from 'next-intl'
import type { FormFile } from '#lib/definitions/form-file'
import { compileForm } from '#lib/surveys/compile-form'
import { servingOf } from '#lib/surveys/serving'
import style from './page.module.css'
import { ServingNote } from './serving-note'

export function FormServing({ file, path }: { file: FormFile; path: string }) {
  const t = useTranslations('serving')
  const serving = servingOf(compileForm(file.form))
  return (
    <section className={style.section} aria-labelledby="serving">
      <h2 id="serving">{t('title')}</h2>
      <div className={style.soft}>
        <ServingNote serving={serving} />
      </div>
      <p className={style.row}>
        <a className="button" href={path} target="_blank" rel="noreferrer">
          {t('preview')}
        </a>
        {file.audience === 'delegates' && serving.way !== 'surveyjs' && (
          <a className="button" href={`${path}?page=surveyjs`} target="_blank" rel="noreferrer">
            {t('previewFull')}
          </a>
        )}
      </p>
      <p className={style.small}>{t('previewLead')}</p>
    </section>
  )
}
