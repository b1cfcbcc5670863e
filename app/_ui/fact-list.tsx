// Facts about one thing, each under its name.
import type { ReactNode } from 'react'
import style from './page.module.css'

/** Names are unique. Lines of a text stay lines; what has no spaces, as a hash, may break anywhere. */
export function FactList({ facts }: { facts: readonly (readonly [name: string, fact: ReactNode])[] }) {
  return (
    <dl className={style.facts}>
      {facts.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}
