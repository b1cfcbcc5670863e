// The table of every listing: a caption, real header cells, numbers right-aligned. On a phone it either scrolls sideways
// inside its own box (many columns to compare) or turns each row into a small card (`stacked`, for lists of things).

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import style from './data-table.module.css'

export type Column<Row> = {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  /** Right-aligned with even digits. */
  isNumber?: boolean
}

type Props<Row> = {
  caption: string
  /** Hides the caption from sight, not from screen readers: for tables right under a heading that says the same. */
  isCaptionHidden?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What stands there when there are no rows. */
  empty?: ReactNode
  phone?: 'scroll' | 'stacked'
}

/** The first column heads its row. */
export function DataTable<Row>({
  caption,
  isCaptionHidden,
  columns,
  rows,
  rowKey,
  empty,
  phone = 'stacked',
}: Props<Row>) {
  const t = useTranslations('states')
  if (rows.length === 0) return <p className={style.empty}>{empty ?? t('emptyTable')}</p>
  return (
    // A box that scrolls must be reachable by keyboard, hence the tab stop and the name; no landmark, its heading is one.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
    <div className={style.box} role="group" aria-label={caption} tabIndex={0}>
      <table className={style.table} data-phone={phone}>
        <caption className={isCaptionHidden ? 'visually-hidden' : style.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-number={column.isNumber}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>{columns.map((column, i) => bodyCell(column, row, i === 0))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function bodyCell<Row>(column: Column<Row>, row: Row, isFirst: boolean) {
  const content = (
    <>
      <span className={style.label} aria-hidden="true">
        {column.head}
      </span>
      <span className={style.content}>{column.cell(row)}</span>
    </>
  )
  return isFirst ? (
    <th key={column.key} scope="row" data-number={column.isNumber}>
      {content}
    </th>
  ) : (
    <td key={column.key} data-number={column.isNumber}>
      {content}
    </td>
  )
}
