// What changed since the baseline, criterion by criterion: both ends, the difference, the places, and for units that are
// not what they were the rule by which they are compared, in words beside the number.
import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '#lib/charts/format-number'
import { statusWords } from '#lib/charts/status-words'
import { loadChange } from '#lib/flows/load-change'
import type { Cell } from '#lib/scoring/cell'
import { compareRanks } from '#lib/scoring/compare-ranks'
import { listCriteria } from '#lib/scoring/name-criteria'
import type { UnitRank } from '#lib/scoring/rank-units'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { CellTable } from '../../_ui/cell-table'
import { Chart } from '../../_ui/chart'
import { indexLabels } from '../../_ui/chart-labels'
import type { Column } from '../../_ui/data-table'
import { EmptyState } from '../../_ui/empty-state'
import { exportLinks } from '../../_ui/export-links'
import { OneChoice } from '../../_ui/one-choice'
import style from '../../_ui/page.module.css'
import type { ViewProps } from './result-query'

export async function ChangeView({ place, query }: ViewProps) {
  const t = await getTranslations('results')
  const language = await getLocale()
  if (!place.baseline) return <EmptyState title={t('change.chooseTitle')}>{t('change.choose')}</EmptyState>
  const change = await load((actor) => loadChange(actor, place))
  const { index, named, total, wave, baseline } = change
  const criteria = listCriteria(index)
  const criterion = criteria.find(({ code }) => code === query.criterion) ?? criteria[0]!
  const labels = indexLabels(index, named, language)
  const own = change.cells.filter((cell) => cell.criterion === criterion.code)
  const periods = { before: baseline.id, after: wave.id }
  const ranks = compareRanks(
    own.filter(({ unit }) => unit !== total),
    change.levels,
    periods,
  )
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
      {ranks.size > 0 && <p>{t('change.ranksAmong', { units: ranks.size })}</p>}
      {own.some(({ continuity }) => continuity) && (
        <p>
          {t('change.gone')} {t('change.allUnits')}
        </p>
      )}
      <CellTable
        caption={heading}
        cells={own}
        labels={labels}
        isOpen
        files={exportLinks('change', place, language)}
        extra={[level('before'), level('after'), ...(ranks.size > 0 ? [places()] : [])]}
      />
    </section>
  )

  /** The figure at one end, or why there is none. */
  function level(end: 'before' | 'after'): Column<Cell> {
    return {
      key: end,
      head: t(`change.${end}`),
      isNumber: true,
      cell: ({ unit, criterion: code }) => {
        const cell = change.levels.find(
          (one) => one.unit === unit && one.criterion === code && one.period === periods[end],
        )
        if (!cell) return '–'
        return cell.value === null
          ? statusWords[cell.status][labels.locale]
          : formatNumber(cell.value, cell.scale, labels.locale)
      },
    }
  }

  function places(): Column<Cell> {
    return {
      key: 'rank',
      head: t('change.ranks'),
      isNumber: true,
      cell: ({ unit }) => {
        const pair = ranks.get(unit)
        if (!pair) return '–'
        return t('change.rankPair', { before: setOf(pair.before), after: setOf(pair.after) })
      },
    }
  }

  function setOf({ lower, upper }: UnitRank): string {
    return lower === upper ? t('rankOne', { rank: lower }) : t('rankOf', { lower, upper })
  }
}
