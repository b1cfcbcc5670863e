// What an index file says around its criteria: the formula in words, the minimum of data, the grades.
import { useLocale, useTranslations } from 'next-intl'
import type { IndexFile } from '#lib/definitions/index-file'
import { inLanguage } from '#lib/surveys/local-text'
import { NoText } from './no-text'
import style from './page.module.css'

export function IndexFacts({ file }: { file: IndexFile }) {
  const t = useTranslations('definitions')
  const language = useLocale()
  const unit = inLanguage(file.scale.unit, language)
  const { answers, share } = file.minimum
  return (
    <dl className={style.facts}>
      <div>
        <dt>{t('facts.basis')}</dt>
        <dd>
          {file.basis?.document ?? <NoText />}
          {file.basis?.note && ` ${inLanguage(file.basis.note, language)}`}
        </dd>
      </div>
      <div>
        <dt>{t('facts.method')}</dt>
        <dd>{inLanguage(file.method, language)}</dd>
      </div>
      <div>
        <dt>{t('facts.minimum')}</dt>
        <dd>{t('minimum', { answers, share: Math.round(share * 100) })}</dd>
      </div>
      <div>
        <dt>{t('facts.bands')}</dt>
        <dd>
          {file.bands
            .map((band) => t('band', { name: inLanguage(band.name, language), from: band.from, unit }))
            .join('; ')}
        </dd>
      </div>
    </dl>
  )
}
