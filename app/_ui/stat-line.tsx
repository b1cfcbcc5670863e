// A few figures in a row, each with its label, as a description list.
import type { ReactNode } from 'react'
import style from './stat-line.module.css'

export type Stat = { label: string; value: ReactNode; note?: ReactNode }

export function StatLine({ stats }: { stats: Stat[] }) {
  return (
    <dl className={style.line}>
      {stats.map((stat) => (
        <div key={stat.label} className={style.stat}>
          <dt>{stat.label}</dt>
          <dd
            className={style.value}
            data-long={(typeof stat.value === 'string' && stat.value.length > 8) || undefined}
          >
            {stat.value}
          </dd>
          {stat.note && <dd className={style.note}>{stat.note}</dd>}
        </div>
      ))}
    </dl>
  )
}
