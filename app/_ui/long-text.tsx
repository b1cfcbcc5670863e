'use client'
// A few lines of text in a sheet: the note of a self-score, the reason of an appraisal, an explanation.
import { useId } from 'react'
import style from './round-sheet.module.css'

type Props = {
  label: string
  value: string
  change: (text: string) => void
  /** The field is left: whatever waits is saved. */
  onLeave: () => void
  rows?: number
}

export function LongText({ label, value, change, onLeave, rows = 2 }: Props) {
  const id = useId()
  return (
    <label className={style.field} htmlFor={id}>
      <span>{label}</span>
      <textarea
        id={id}
        className={style.input}
        rows={rows}
        maxLength={2000}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={onLeave}
      />
    </label>
  )
}
