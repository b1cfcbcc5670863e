// What-if weights for analysts: fields for the weights of siblings, and beside the official scores and places what would
// come out. Everything stands in the address; nothing is stored.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { formatInterval, formatNumber } from '#lib/charts/format-number'
import { ranking } from '#lib/charts/ranking'
import { statusWords } from '#lib/charts/status-words'
import { type TriedWeights, tryWeights } from '#lib/flows/try-weights'
import type { Cell } from '#lib/scoring/cell'
import { rankUnits, type UnitRank } from '#lib/scoring/rank-units'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { Chart } from '../../_ui/chart'
import { indexLabels } from '../../_ui/chart-labels'
import { CriterionChoice } from '../../_ui/criterion-choice'
import { DataTable } from '../../_ui/data-table'
import { exportLinks } from '../../_ui/export-links'
import style from '../../_ui/page.module.css'
import { WeightFields } from '../../_ui/weight-fields'
import { placeOfCells, type ResultQuery, type ViewProps } from './result-query'

export async function TryView({ place, query }: ViewProps) {
  const t = await getTranslations('results')
  const language = await getLocale()
  const format = await getFormatter()
  const fields = Object.entries(query).filter(isWeight)
  const weights = fields.map(([key, value]) => `${key.slice(2)}:${value}`).join(';')
  const asked = { ...placeOfCells(place), weights }
  const result = await load((actor) => tryWeights(actor, asked))
  const { index, families, given, faults, units, tried } = result
  const family = families.find(({ code }) => code === query.family) ?? families[0]
  if (!family) return <p>{t('try.noFamily')}</p>
  const shown = new Set(family.siblings.map(({ code }) => `w.${code}`))
  const kept = Object.fromEntries(fields.filter(([key]) => !shown.has(key)))
  const here = { ...place, tab: 'try' }
  const labels = indexLabels(index, units, language)
  const ofIndex = tried?.filter((cell) => cell.criterion === index.slug && cell.unit !== result.total) ?? []
  return (
    <section className={style.section} aria-labelledby="try">
      <h2 id="try">{t('try.title')}</h2>
      <p className={style.unofficial}>{t('try.lead')}</p>
      {families.length > 1 && (
        <CriterionChoice
          name="family"
          label={t('try.family')}
          criteria={families}
          chosen={family.code}
          kept={{ ...here, ...Object.fromEntries(fields) }}
        />
      )}
      <WeightFields
        key={family.code}
        siblings={family.siblings.map(({ code, name, official }) => ({
          code,
          name: inLanguage(name, language),
          official: t(family.kind === 'weight' ? 'try.officialWeight' : 'try.officialPoints', {
            number: format.number(official, { maximumFractionDigits: 2 }),
          }),
          value:
            given.get(code) ??
            String(Number(official.toFixed(2))).replace('.', language === 'en' ? '.' : ','),
          isWrong: faults.some((fault) => fault.code === code),
        }))}
        kept={{ ...here, family: family.code, ...kept }}
        back={`/scoring?${new URLSearchParams(here)}`}
      />
      {faults.length > 0 && (
        <div role="alert">
          <p>{t('try.faults')}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault.code}>{fault[language]}</li>
            ))}
          </ul>
        </div>
      )}
      {faults.length === 0 && !tried && <p className={style.soft}>{t('try.nothing')}</p>}
      {tried && ranking.accepts(ofIndex) && (
        <Chart
          chart="ranking"
          cells={ofIndex}
          labels={labels}
          description={t('try.description')}
          fileName={`khong-chinh-thuc-${place.wave}-${index.slug}`}
          saveLabel={t('savePicture')}
        />
      )}
      {tried && <Comparison result={result} tried={tried} names={labels.units} />}
      {tried && (
        <ul>
          {exportLinks('tried-weights', asked, language).map(({ href, label }) => (
            <li key={href}>
              <a href={href} download>
                {t('try.file', { format: label })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {tried && (
        <p>
          <Link href={`/scoring?${new URLSearchParams({ ...place, tab: 'ranking' })}`}>
            {t('try.official')}
          </Link>
        </p>
      )}
    </section>
  )
}

function isWeight(entry: [string, unknown]): entry is [keyof ResultQuery & string, string] {
  return entry[0].startsWith('w.') && typeof entry[1] === 'string'
}

type Props = { result: TriedWeights; tried: Cell[]; names: Record<string, string> }

async function Comparison({ result, tried, names }: Props) {
  const t = await getTranslations('results')
  const language = await getLocale()
  const format = await getFormatter()
  const { index, official, total } = result
  const ofIndex = (cells: readonly Cell[]) => cells.filter(({ criterion }) => criterion === index.slug)
  const places = (cells: readonly Cell[]) =>
    new Map(rankUnits(ofIndex(cells).filter(({ unit }) => unit !== total)).map((rank) => [rank.unit, rank]))
  const [before, after] = [places(official), places(tried)]
  const rows = ofIndex(tried).map((cell) => ({
    cell,
    was: ofIndex(official).find(({ unit }) => unit === cell.unit)!,
  }))
  const withInterval = (cell: Cell) => {
    if (cell.value === null) return statusWords[cell.status][language]
    const interval = formatInterval(cell, language)
    return `${formatNumber(cell.value, cell.scale, language)}${interval ? ` (${interval})` : ''}`
  }
  const placesOf = (rank: UnitRank | undefined) => {
    if (!rank) return '–'
    const { lower, upper } = rank
    return lower === upper ? t('rankOne', { rank: lower }) : t('rankOf', { lower, upper })
  }
  return (
    <DataTable<(typeof rows)[number]>
      caption={t('try.table')}
      phone="scroll"
      rows={rows}
      rowKey={({ cell }) => cell.unit}
      columns={[
        { key: 'unit', head: t('unit'), cell: ({ cell }) => names[cell.unit] ?? cell.unit },
        { key: 'tried', head: t('try.tried'), isNumber: true, cell: ({ cell }) => withInterval(cell) },
        { key: 'was', head: t('try.was'), isNumber: true, cell: ({ was }) => withInterval(was) },
        {
          key: 'difference',
          head: t('try.difference'),
          isNumber: true,
          cell: ({ cell, was }) =>
            cell.value === null || was.value === null
              ? '–'
              : format.number(cell.value - was.value, {
                  maximumFractionDigits: 2,
                  signDisplay: 'exceptZero',
                }),
        },
        {
          key: 'after',
          head: t('try.after'),
          isNumber: true,
          cell: ({ cell }) => placesOf(after.get(cell.unit)),
        },
        {
          key: 'before',
          head: t('try.before'),
          isNumber: true,
          cell: ({ cell }) => placesOf(before.get(cell.unit)),
        },
      ]}
    />
  )
}
