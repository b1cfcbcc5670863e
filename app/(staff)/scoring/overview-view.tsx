// The heat map: every unit by the criteria of the index, and the figures of all units above it.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { formatInterval, formatNumber } from '#lib/charts/format-number'
import { statusWords } from '#lib/charts/status-words'
import { enteredCriteria } from '#lib/definitions/entered-criteria'
import { loadResults } from '#lib/flows/load-results'
import type { Cell } from '#lib/scoring/cell'
import { listCriteria } from '#lib/scoring/name-criteria'
import { load } from '../../_server/load'
import { CellTable } from '../../_ui/cell-table'
import { Chart } from '../../_ui/chart'
import { indexLabels } from '../../_ui/chart-labels'
import { exportLinks } from '../../_ui/export-links'
import { MethodBox } from '../../_ui/method-box'
import { NoText } from '../../_ui/no-text'
import { OneChoice } from '../../_ui/one-choice'
import style from '../../_ui/page.module.css'
import { ReportLinks } from '../../_ui/report-links'
import { StatLine } from '../../_ui/stat-line'
import { WorkbookLink } from '../../_ui/workbook-link'
import { placeOfCells, type ViewProps } from './result-query'

/** The map opens with the finest level that has no more columns than this. */
const readableColumns = 12

export async function OverviewView({ place, query }: ViewProps) {
  const t = await getTranslations('results')
  const language = await getLocale()
  const format = await getFormatter()
  const results = await load((actor) => loadResults(actor, place))
  const { index, units, cells, total } = results
  const criteria = listCriteria(index).filter(({ isCounted }) => isCounted)
  const levels = [...new Set(criteria.map(({ level }) => level))].filter((level) => level > 0)
  const columnsOf = (level: number) => criteria.filter((one) => one.level <= level).length
  const readable = levels.filter((level) => columnsOf(level) <= readableColumns).at(-1) ?? levels[0]!
  const detail = levels.find((level) => String(level) === query.detail) ?? readable
  const shown = new Set(criteria.filter(({ level }) => level <= detail).map(({ code }) => code))
  const mapped = cells.filter((cell) => shown.has(cell.criterion))
  const labels = indexLabels(index, units, language)
  const isOwnSetting = (code: string) =>
    mapped.some((cell) => cell.criterion === code && cell.flags.includes('no-text'))
  const ownSettings = [...shown].filter(isOwnSetting).map((code) => labels.criteria[code] ?? code)
  const whole = cells.find((cell) => cell.unit === total && cell.criterion === index.slug)!
  const target = results.wave.units.reduce((sum, unit) => sum + unit.target, 0)
  const statOfIndex = (cell: Cell) => ({
    label: t('indexValue'),
    value:
      cell.value === null
        ? statusWords[cell.status][language]
        : `${formatNumber(cell.value, cell.scale, language)}${cell.scale === 'percent' ? ' %' : ''}`,
    note: formatInterval(cell, language) && t('indexInterval', { interval: formatInterval(cell, language)! }),
  })
  return (
    <>
      <StatLine
        stats={[
          statOfIndex(whole),
          {
            label: t('answersCounted'),
            value: format.number(results.answers),
            note: t('ofTarget', { target: format.number(target) }),
          },
          { label: t('unitsShown'), value: format.number(units.length - 1) },
        ]}
      />
      <section className={style.section} aria-labelledby="overview">
        <h2 id="overview">{t('overview.title')}</h2>
        <p className={style.soft}>{t('overview.lead')}</p>
        {ownSettings.length > 0 && (
          <p>
            <NoText />{' '}
            {t(ownSettings.length === shown.size ? 'why.noText' : 'overview.noTextFor', {
              criteria: ownSettings.join('; '),
            })}
          </p>
        )}
        {levels.length > 1 && (
          <OneChoice
            name="detail"
            label={t('detail')}
            choices={levels.map((level) => ({
              value: String(level),
              label: t('detailLevel', { level, columns: columnsOf(level) }),
            }))}
            chosen={String(detail)}
            kept={{ ...place, tab: 'overview' }}
          />
        )}
        <Chart
          chart="heat-map"
          cells={mapped}
          labels={labels}
          description={t('overview.description')}
          fileName={`${place.wave}-${index.slug}`}
          saveLabel={t('savePicture')}
        />
        <CellTable
          caption={t('overview.title')}
          cells={mapped}
          labels={labels}
          files={exportLinks('cells', placeOfCells(place), language)}
          explain={({ unit, criterion }) =>
            `/scoring?${new URLSearchParams({ ...place, tab: 'why', unit, criterion })}`
          }
        />
      </section>
      <ReportLinks what="results" query={{ index: place.index, wave: place.wave }} />
      <WorkbookLink what="results" query={placeOfCells(place)} />
      <MethodBox
        index={index}
        waves={[results.wave, ...results.companions]}
        year={enteredCriteria(index.criteria).length > 0 ? results.year : null}
        asOf={new Date()}
      />
    </>
  )
}
