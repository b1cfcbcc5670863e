'use client'
// The kinds of fields that a plan is written in: text, lines, a day, a number, one of a list, several of a list. Plain
// elements of the browser: they work on any phone.
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useState } from 'react'
import style from './plan-editor.module.css'

export type Choice = { code: string; name: string }
type Labelled = { label: string; note?: string; fault?: string }

function Field({
  label,
  note,
  fault,
  children,
}: Labelled & { children: (id: string, about?: string) => ReactNode }) {
  const id = useId()
  const about = fault || note ? `${id}-about` : undefined
  return (
    <div className={style.field}>
      <label htmlFor={id}>{label}</label>
      {children(id, about)}
      {(fault || note) && (
        <p id={about} className={fault ? style.fault : style.note}>
          {fault ?? note}
        </p>
      )}
    </div>
  )
}

type TextProps = Labelled & {
  value: string
  onChange: (value: string) => void
  rows?: number
  type?: 'text' | 'date'
  offers?: readonly string[]
}

/** One line, or several with `rows`; `offers` are what one may pick instead of typing. */
export function TextField({ value, onChange, rows, type = 'text', offers, ...words }: TextProps) {
  return (
    <Field {...words}>
      {(id, about) =>
        rows ? (
          <textarea
            id={id}
            className={style.input}
            rows={rows}
            value={value}
            aria-describedby={about}
            aria-invalid={Boolean(words.fault)}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        ) : (
          <>
            <input
              id={id}
              className={style.input}
              type={type}
              value={value}
              list={offers ? `${id}-offers` : undefined}
              aria-describedby={about}
              aria-invalid={Boolean(words.fault)}
              onChange={(event) => onChange(event.currentTarget.value)}
            />
            {offers && (
              <datalist id={`${id}-offers`}>
                {offers.map((offer) => (
                  <option key={offer} value={offer} />
                ))}
              </datalist>
            )}
          </>
        )
      }
    </Field>
  )
}

type LinesProps = Labelled & { lines: readonly string[]; onChange: (lines: string[]) => void; rows?: number }

/** One text a line. */
export function LinesField({ lines, onChange, rows = 3, ...words }: LinesProps) {
  return (
    <TextField
      {...words}
      rows={rows}
      value={lines.join('\n')}
      onChange={(text) => onChange(text.split('\n'))}
    />
  )
}

type NumberProps = Labelled & { value: number | null; onChange: (value: number | null) => void }

/** A whole number with or without dots. What is no number is said at once, and refused by the server as -1. */
export function NumberField({ value, onChange, ...words }: NumberProps) {
  const t = useTranslations('plans')
  const [text, setText] = useState(written(value))
  // another plan may take the place of this one: what was typed here stays only while it says the same
  useEffect(() => setText((typed) => (readWhole(typed) === value ? typed : written(value))), [value])
  const type = (next: string) => {
    setText(next)
    onChange(readWhole(next))
  }
  const shown = value !== null && value < 0 ? t('notANumber') : words.fault
  return (
    <Field {...words} fault={shown}>
      {(id, about) => (
        <input
          id={id}
          className={style.input}
          inputMode="numeric"
          value={text}
          aria-describedby={about}
          aria-invalid={Boolean(shown)}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => value !== null && value >= 0 && setText(written(value))}
        />
      )}
    </Field>
  )
}

const written = (value: number | null) => (value === null || value < 0 ? '' : value.toLocaleString('vi-VN'))

/** null for nothing, -1 for what is no whole number. */
function readWhole(text: string): number | null {
  const typed = text.trim()
  if (typed === '') return null
  return /^(\d+|\d{1,3}([. ,]\d{3})+)$/.test(typed) ? Number(typed.replace(/\D/g, '')) : -1
}

type SelectProps = Labelled & {
  value: string
  onChange: (value: string) => void
  choices: readonly Choice[]
  empty: string
}

export function SelectField({ value, onChange, choices, empty, ...words }: SelectProps) {
  return (
    <Field {...words}>
      {(id, about) => (
        <select
          id={id}
          className={style.input}
          value={value}
          aria-describedby={about}
          aria-invalid={Boolean(words.fault)}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{empty}</option>
          {choices.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type ManyProps = Labelled & {
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  choices: readonly Choice[]
}

/** Several of a list, each a box to tap. */
export function ManyField({ label, note, fault, chosen, onChange, choices }: ManyProps) {
  return (
    <fieldset className={style.many}>
      <legend>{label}</legend>
      <div className={style.chips}>
        {choices.map(({ code, name }) => (
          <label key={code} className={style.chip}>
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={() =>
                onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])
              }
            />
            {name}
          </label>
        ))}
      </div>
      {(fault || note) && <p className={fault ? style.fault : style.note}>{fault ?? note}</p>}
    </fieldset>
  )
}
