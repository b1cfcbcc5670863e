// What changed since the baseline, criterion by criterion.
import { getLocale, getTranslations } from 'next-intl/server'
import { loadChange } from '#lib/flows/load-change'
import { listCriteria } from '#lib/scoring/name-criteria'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { CellTable } from '../../_ui/cell-table'
import { Chart } from '../../_ui/chart'
import { indexLabels } from '../../_ui/chart-labels'
import { EmptyState } from '../../_ui/empty-state'
import { exportLinks } from '../../_ui/export-links'
import { OneChoice } from '../../_ui/one-choice'
import style from '../../_ui/page.module.css'
import type { ViewProps } from './result-query'

export async function ChangeView({ place, query }: ViewProps) {
  const t = await getTranslations('results')
  const language = await getLocale()
  if (!place.baseline) return <EmptyState title={t('change.chooseTitle')}>{t('change.choose')}</EmptyState>
  const { index, units, cells, wave, baseline } = await load((actor) => loadChange(actor, place))
  const criteria = listCriteria(index)
  const criterion = criteria.find(({ code }) => code === query.criterion) ?? criteria[0]!
  const labels = indexLabels(index, units, language)
  const own = cells.filter((cell) => cell.criterion === criterion.code)
  const heading = t('change.title', { criterion: inLanguage(criterion.name, language) })
  const titleOf = (one: { title: string; titleEn: string }) => (language === 'en' ? one.titleEn : one.title)
  return (
    <section className={style.section} aria-labelledby="change">
      <h2 id="change">{heading}</h2>
      <OneChoice
        name="criterion"
        label={t('criterion')}
        choices={criteria.map(({ code, name, level }) => ({
          value: code,
          label: `${'– '.repeat(level)}${inLanguage(name, language)}`,
        }))}
        chosen={criterion.code}
        kept={{ ...place, tab: 'change' }}
      />
      <p className={style.soft}>{t('change.lead', { baseline: titleOf(baseline), wave: titleOf(wave) })}</p>
      <Chart
        chart="change"
        cells={own}
        labels={labels}
        description={t('change.description')}
        fileName={`${place.wave}-${criterion.code}-change`}
        saveLabel={t('savePicture')}
      />
      <CellTable
        caption={heading}
        cells={own}
        labels={labels}
        isOpen
        files={exportLinks('change', place, language)}
      />
    </section>
  )
}
