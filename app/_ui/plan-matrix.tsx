// What is planned where, in rows of units: in each field the number of items and what they cost. Darker fields hold more
// items; the number stands in every field, so that nobody needs the colour.
import { useTranslations } from 'next-intl'
import { type PlannedCell, type PlannedRow, sumRows } from '#lib/campaigns/plan-board'
import style from './plan-matrix.module.css'

type Props = {
  caption: string
  unitHead: string
  columns: { code: string; name: string }[]
  rows: PlannedRow[]
  nameOf: (unitId: string) => string
  /** VND in words. */
  money: (cost: number) => string
}

export function PlanMatrix({ caption, unitHead, columns, rows, nameOf, money }: Props) {
  const t = useTranslations('plans')
  const most = Math.max(4, ...rows.flatMap(({ cells }) => [...cells.values()].map(({ items }) => items)))
  const sum = sumRows(rows)
  const line = (key: string, head: string, { cells, total }: Omit<PlannedRow, 'unitId'>, isSum = false) => (
    <tr key={key} data-sum={isSum}>
      <th scope="row">{head}</th>
      {columns.map(({ code }) => (
        <Field key={code} cell={cells.get(code)} most={isSum ? null : most} money={money} />
      ))}
      <Field cell={total} most={null} money={money} />
    </tr>
  )
  return (
    // A box that scrolls must be reachable by keyboard, hence the tab stop and the name.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
    <div className={style.box} role="group" aria-label={caption} tabIndex={0}>
      <table className={style.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{unitHead}</th>
            {columns.map(({ code, name }) => (
              <th key={code} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t('sum')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unitId, ...row }) => line(unitId, nameOf(unitId), row))}
          {rows.length > 1 && line('sum', t('sum'), sum, true)}
        </tbody>
      </table>
    </div>
  )
}

type FieldProps = { cell?: PlannedCell; most: number | null; money: (cost: number) => string }

function Field({ cell, most, money }: FieldProps) {
  if (!cell || cell.items === 0) return <td className={style.none}>–</td>
  return (
    <td data-level={most === null ? undefined : Math.ceil((cell.items / most) * 4)}>
      <strong>{cell.items}</strong>
      <span className={style.cost}>{money(cell.cost)}</span>
    </td>
  )
}
