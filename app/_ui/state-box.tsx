// The box of every special state of a page or a part of it: nothing there, an error, no permission. One look, one tone.
import type { ReactNode } from 'react'
import style from './state-box.module.css'

type Props = {
  title: string
  children?: ReactNode
  /** What one can do now: links or buttons. */
  actions?: ReactNode
  tone?: 'calm' | 'warning' | 'danger'
  /** The title is the page's own heading (whole-page states) or only a line of text inside a page. */
  isPage?: boolean
}

export function StateBox({ title, children, actions, tone = 'calm', isPage = false }: Props) {
  return (
    <div className={style.box} data-tone={tone}>
      {isPage ? <h1 className={style.title}>{title}</h1> : <p className={style.title}>{title}</p>}
      {children && <div className={style.text}>{children}</div>}
      {actions && <div className={style.actions}>{actions}</div>}
    </div>
  )
}
