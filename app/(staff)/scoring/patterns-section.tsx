// Answers that look copied or clicked through, unit by unit, with the index with and without them.
import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '#lib/charts/format-number'
import { statusWords } from '#lib/charts/status-words'
import { checkAnswerPatterns, type UnitPatterns } from '#lib/flows/check-answer-patterns'
import type { Cell } from '#lib/scoring/cell'
import { load } from '../../_server/load'
import { unitLabels } from '../../_ui/chart-labels'
import { type Column, DataTable } from '../../_ui/data-table'
import style from '../../_ui/page.module.css'
import type { ViewProps } from './result-query'

type Props = {
  place: ViewProps['place']
  units: { id: string; name: string; nameEn: string }[]
}

export async function PatternsSection({ place, units }: Props) {
  const t = await getTranslations('results')
  const language = await getLocale()
  const found = await load((actor) => checkAnswerPatterns(actor, place))
  if (!found) return <p>{t('quality.tooMany')}</p>
  const names = unitLabels(units, language)
  const battery = Math.max(0, ...found.map((one) => one.battery))
  const count = (value: number) => formatNumber(value, 'count', language)
  const value = (cell: Cell) =>
    cell.value === null ? statusWords[cell.status][language] : formatNumber(cell.value, cell.scale, language)
  const column = (key: string, head: string, cell: (one: UnitPatterns) => string): Column<UnitPatterns> => ({
    key,
    head,
    isNumber: true,
    cell,
  })
  return (
    <>
      <p className={style.soft}>
        {battery > 0 ? t('quality.battery', { items: battery }) : t('quality.noBattery')}
      </p>
      <DataTable
        caption={t('quality.patterns')}
        isCaptionHidden
        columns={[
          { key: 'unit', head: t('unit'), cell: ({ unit }) => names[unit] ?? unit },
          column('answers', t('counts.answers'), ({ answers }) => count(answers)),
          column('straight', t('quality.straight'), (one) =>
            one.battery > 0 ? count(one.flags['straight-lining']) : t('quality.notJudged'),
          ),
          column('duplicate', t('quality.duplicate'), ({ flags }) => count(flags.duplicate)),
          column('near', t('quality.near'), (one) =>
            one.isCompared ? count(one.flags['near-duplicate']) : t('quality.notJudged'),
          ),
          column('all', t('quality.withFlagged'), ({ all }) => value(all)),
          column('unflagged', t('quality.withoutFlagged'), ({ unflagged }) => value(unflagged)),
        ]}
        rows={found}
        rowKey={({ unit }) => unit}
        phone="scroll"
      />
    </>
  )
}
