// Units in the order of one criterion, and how far the data can tell them apart.
import { getLocale, getTranslations } from 'next-intl/server'
import { ranking } from '#lib/charts/ranking'
import { loadResults } from '#lib/flows/load-results'
import type { Cell } from '#lib/scoring/cell'
import { listCriteria } from '#lib/scoring/name-criteria'
import { rankUnits, type UnitRank } from '#lib/scoring/rank-units'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { CellTable } from '../../_ui/cell-table'
import { Chart } from '../../_ui/chart'
import { indexLabels } from '../../_ui/chart-labels'
import { CriterionChoice } from '../../_ui/criterion-choice'
import { EmptyState } from '../../_ui/empty-state'
import { exportLinks } from '../../_ui/export-links'
import style from '../../_ui/page.module.css'
import { placeOfCells, type ViewProps } from './result-query'

export async function RankingView({ place, query }: ViewProps) {
  const t = await getTranslations('results')
  const language = await getLocale()
  const { index, units, cells, total } = await load((actor) => loadResults(actor, place))
  const criteria = listCriteria(index)
  const criterion = criteria.find(({ code }) => code === query.criterion) ?? criteria[0]!
  const labels = indexLabels(index, units, language)
  const own = cells.filter((cell) => cell.criterion === criterion.code && cell.unit !== total)
  const ranks = new Map(rankUnits(own).map((rank) => [rank.unit, rank]))
  const rows = [...own].sort(
    (a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY) || 0,
  )
  const heading = t('ranking.title', { criterion: inLanguage(criterion.name, language) })
  const isOpen = own.some((cell) => cell.status === 'no-design')
  return (
    <section className={style.section} aria-labelledby="ranking">
      <h2 id="ranking">{heading}</h2>
      <CriterionChoice criteria={criteria} chosen={criterion.code} kept={{ ...place, tab: 'ranking' }} />
      {ranking.accepts(own) ? (
        <>
          <p className={style.soft}>{t('ranking.lead')}</p>
          <Chart
            chart="ranking"
            cells={own}
            labels={labels}
            description={t('ranking.description')}
            fileName={`${place.wave}-${criterion.code}-ranking`}
            saveLabel={t('savePicture')}
          />
          <p>{tellApart([...ranks.values()])}</p>
        </>
      ) : (
        <EmptyState title={t(isOpen ? 'ranking.openTitle' : 'ranking.noneTitle')}>
          {t(isOpen ? 'ranking.open' : 'ranking.none')}
        </EmptyState>
      )}
      <CellTable
        caption={heading}
        cells={isOpen ? own : rows}
        labels={labels}
        isOpen
        files={exportLinks('cells', placeOfCells(place), language)}
        extra={[
          {
            key: 'rank',
            head: t('rank'),
            isNumber: true,
            cell: (cell: Cell) => placesOf(ranks.get(cell.unit)),
          },
        ]}
      />
    </section>
  )

  function placesOf(rank: UnitRank | undefined): string {
    if (!rank) return '–'
    const { lower, upper } = rank
    return lower === upper ? t('rankOne', { rank: lower }) : t('rankOf', { lower, upper })
  }

  /** Names the units whose possible places overlap with those of another. */
  function tellApart(sets: UnitRank[]): string {
    const unclear = sets.filter((one) =>
      sets.some((other) => other !== one && one.lower <= other.upper && other.lower <= one.upper),
    )
    if (unclear.length === 0) return t('ranking.clear')
    return t('ranking.same', { units: unclear.map(({ unit }) => labels.units[unit]!).join(', ') })
  }
}
