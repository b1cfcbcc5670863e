'use client'
// Two ways to take what the other side wrote: accept or change, agree or contest.
import { useId } from 'react'
import style from './round-sheet.module.css'

type Props = {
  legend: string
  choices: { value: string; label: string }[]
  /** Empty: none yet. */
  chosen: string
  choose: (value: string) => void
}

export function StanceChoices({ legend, choices, chosen, choose }: Props) {
  const name = useId()
  return (
    <fieldset className={style.choices}>
      <legend>{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className={style.choice}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => choose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
