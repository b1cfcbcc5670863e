// How the numbers of a page came about: formula, data, what an interval means. Beside every result, staff or public.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { IndexFile } from '#lib/definitions/index-file'
import { inLanguage } from '#lib/surveys/local-text'
import style from './method-box.module.css'
import { NoText } from './no-text'

type WaveFacts = {
  id: string
  title: string
  titleEn: string
  periodStart: Date
  periodEnd: Date
  design: string
}

/** Design of a wave -> its words. */
const designWords: Record<string, 'sampled' | 'people' | 'open'> = { clusters: 'sampled', people: 'people' }

type Props = {
  index: IndexFile
  waves: WaveFacts[]
  /** Year of the entered figures; null when the index has none. */
  year: number | null
  /** When the answers were counted. */
  asOf: Date
}

export function MethodBox({ index, waves, year, asOf }: Props) {
  const t = useTranslations('results.method')
  const format = useFormatter()
  const language = useLocale()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeZone: 'UTC' })
  const hasSample = waves.some((wave) => wave.design === 'clusters')
  const hasPeople = waves.some((wave) => wave.design === 'people')
  const hasOpen = waves.some((wave) => wave.design === 'none')
  const { answers, share } = index.minimum
  return (
    <details className={style.box}>
      <summary>{t('title')}</summary>
      <dl className={style.facts}>
        <dt>{t('index')}</dt>
        <dd>
          {inLanguage(index.title, language)} ({index.slug}.v{index.version})
        </dd>
        <dt>{t('formula')}</dt>
        <dd>{inLanguage(index.method, language)}</dd>
        <dt>{t('basis')}</dt>
        <dd>
          {index.basis?.document ?? <NoText />}
          {index.basis?.note && ` ${inLanguage(index.basis.note, language)}`}
        </dd>
        <dt>{t('answers')}</dt>
        {waves.map((wave) => (
          <dd key={wave.id}>
            {language === 'en' ? wave.titleEn : wave.title}: {day(wave.periodStart)} – {day(wave.periodEnd)};{' '}
            {t(designWords[wave.design] ?? 'open')}
          </dd>
        ))}
        {year !== null && <dd>{t('entered', { year })}</dd>}
        <dd>{t('asOf', { at: format.dateTime(asOf, { dateStyle: 'short', timeStyle: 'short' }) })}</dd>
        <dt>{t('minimum')}</dt>
        <dd>{t('minimumText', { answers, share: Math.round(share * 100) })}</dd>
        <dt>{t('n')}</dt>
        <dd>{t('nText')}</dd>
        <dt>{t('interval')}</dt>
        {hasSample && <dd>{t('intervalText')}</dd>}
        {hasPeople && <dd>{t('peopleText')}</dd>}
        {hasOpen && <dd>{t('noInterval')}</dd>}
      </dl>
    </details>
  )
}
