// What changed since the baseline, criterion by criterion.
import { getLocale, getTranslations } from 'next-intl/server'
import { loadChange } from '#lib/flows/load-change'
import { listCriteria } from '#lib/scoring/name-criteria'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { ChangeSection } from '../../_ui/change-section'
import { indexLabels } from '../../_ui/chart-labels'
import { CriterionChoice } from '../../_ui/criterion-choice'
import { EmptyState } from '../../_ui/empty-state'
import { exportLinks } from '../../_ui/export-links'
import style from '../../_ui/page.module.css'
import { ReportLinks } from '../../_ui/report-links'
import type { ViewProps } from './result-query'

export async function ChangeView({ place, query }: ViewProps) {
  const t = await getTranslations('results')
  const language = await getLocale()
  if (!place.baseline) return <EmptyState title={t('change.chooseTitle')}>{t('change.choose')}</EmptyState>
  const change = await load((actor) => loadChange(actor, place))
  const { index, named, total, wave, baseline, levels } = change
  const criteria = listCriteria(index)
  const criterion = criteria.find(({ code }) => code === query.criterion) ?? criteria[0]!
  const heading = t('change.title', { criterion: inLanguage(criterion.name, language) })
  const titleOf = (one: { title: string; titleEn: string }) => (language === 'en' ? one.titleEn : one.title)
  return (
    <section className={style.section} aria-labelledby="change">
      <h2 id="change">{heading}</h2>
      <CriterionChoice criteria={criteria} chosen={criterion.code} kept={{ ...place, tab: 'change' }} />
      <p className={style.soft}>{t('change.lead', { baseline: titleOf(baseline), wave: titleOf(wave) })}</p>
      <ChangeSection
        caption={heading}
        cells={change.cells.filter((cell) => cell.criterion === criterion.code)}
        levels={levels}
        periods={{ before: baseline.id, after: wave.id }}
        total={total}
        labels={indexLabels(index, named, language)}
        fileName={`${place.wave}-${criterion.code}-change`}
        files={exportLinks('change', place, language)}
      />
      <ReportLinks
        what="results"
        query={{ index: place.index, wave: place.wave, baseline: place.baseline }}
      />
    </section>
  )
}
