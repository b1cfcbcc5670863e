// The head of every page: its one h1, a sentence on what it is for, and its main actions.
import type { ReactNode } from 'react'
import style from './page-header.module.css'

export function PageHeader({
  title,
  lead,
  actions,
}: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className={style.header}>
      <div className={style.words}>
        <h1>{title}</h1>
        {lead && <p className={style.lead}>{lead}</p>}
      </div>
      {actions && <div className={style.actions}>{actions}</div>}
    </header>
  )
}
