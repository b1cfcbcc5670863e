'use client'
// Keys in one sheet after the other with the numeric keypad alone: a box's number goes on by itself once it cannot be
// longer, Enter leaves empty or goes on, "-" goes back, "*" is a mark that cannot be decided, "+" joins several boxes.
// Skipped questions are greyed and passed over. A sheet leaves the page only when the server has confirmed it.
import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { type KeyboardEvent, startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { inLanguage } from '#lib/surveys/local-text'
import { type KeyedSheet, unclearMark, voidReasons } from '#lib/surveys/paper-form/keyed-sheet'
import type { PaperField, PaperQuestion } from '#lib/surveys/paper-form/paper-field'
import { readField, readSheet } from '#lib/surveys/paper-form/read-sheet'
import { boxWords } from '#lib/surveys/paper-form/typed-words'
import { holds } from '#lib/surveys/portable-condition'
import { newForm } from './form-state'
import style from './paper-entry.module.css'
import { keepUnsent, readUnsent, type UnsentSheet } from './unsent-sheets'
import type { FormAction } from './use-form-action'

type Place = { wave: string; unit: string; number: string }
type Props = {
  place: Place
  entry: { questions: PaperQuestion[]; own: UnsentSheet[]; taken: number[]; declared: number }
  save: FormAction<{ sheet: number }>
  remove: FormAction<boolean>
}

export function PaperEntry({ place, entry, save, remove }: Props) {
  const t = useTranslations('paper')
  const language = useLocale()
  const name = `paper ${place.wave} ${place.unit} ${place.number}`
  const [saved, setSaved] = useState<UnsentSheet[]>(entry.own)
  const [unsent, setUnsent] = useState<UnsentSheet[]>([])
  const [refusal, refuse] = useState('')
  const [sheet, setSheet] = useState(() => nextFree(1, entry.taken, entry.own))
  const [keyed, setKeyed] = useState<KeyedSheet>({})
  const form = useRef<HTMLFormElement>(null)
  const answers = useMemo(() => readSheet(entry.questions, keyed).answers, [entry.questions, keyed])

  useEffect(() => void readUnsent(name).then((kept) => setUnsent((now) => [...kept, ...now])), [name])
  useEffect(() => {
    if (unsent.length === 0) return
    const again = setInterval(() => startTransition(() => sendAll(unsent)), 5000)
    return () => clearInterval(again)
  })

  async function sendAll(waiting: UnsentSheet[]) {
    for (const one of waiting) if (!(await send(one))) return
  }

  /** False when the server could not be reached. */
  async function send(one: UnsentSheet): Promise<boolean> {
    const body = fieldsOf({ ...place, sheet: JSON.stringify(one) })
    const result = await save(newForm, body).catch(() => null)
    if (!result) return false
    if (result.status === 'failed') {
      refuse(`${t('sheet', { sheet: one.sheet })}: ${result.sentence[language === 'en' ? 'en' : 'vi']}`)
      show(one)
    } else setSaved((before) => [...before.filter(({ sheet: number }) => number !== one.sheet), one])
    setUnsent((before) => {
      const rest = before.filter((other) => other !== one)
      void keepUnsent(name, rest)
      return rest
    })
    return true
  }

  function finish(voidReason: string) {
    const one = { sheet, keyed: voidReason ? {} : keyed, voidReason }
    const waiting = [...unsent, one]
    refuse('')
    setUnsent(waiting)
    void keepUnsent(name, waiting)
    const done = [...saved, ...waiting]
    show({ sheet: nextFree(sheet + 1, entry.taken, done), keyed: {}, voidReason: '' })
    startTransition(() => void send(one))
  }

  function show(one: UnsentSheet) {
    setSheet(one.sheet)
    setKeyed(one.keyed)
    form.current?.querySelector<HTMLInputElement>('input[data-field]')?.focus()
  }

  async function undo() {
    const last = saved.at(-1)
    if (!last) return
    const result = await remove(newForm, fieldsOf({ ...place, sheet: String(last.sheet) })).catch(() => null)
    if (result?.status !== 'done') return refuse(t('notReached'))
    setSaved(saved.slice(0, -1))
    show({ ...last, voidReason: '' })
  }

  return (
    <form
      ref={form}
      className={style.sheet}
      onSubmit={(event) => {
        event.preventDefault()
        finish('')
      }}
    >
      <p role="status">
        {t('totals', { saved: saved.length, declared: entry.declared, unsent: unsent.length })}
      </p>
      {refusal && (
        <Alert color="red.9" variant="outline" role="alert">
          {refusal}
        </Alert>
      )}
      <TextInput
        label={t('sheetNumber')}
        inputMode="numeric"
        value={String(sheet)}
        onChange={(event) => setSheet(Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 4)))}
      />
      {entry.questions.map((question) => (
        <fieldset key={question.key} className={style.question} data-skipped={!isAsked(question, answers)}>
          <legend
            className={question.fields[0]?.label.vi === question.title.vi ? 'visually-hidden' : undefined}
          >
            {question.number}. {inLanguage(question.title, language)}
          </legend>
          {question.fields.map((field) => (
            <Field
              key={field.key}
              field={field}
              isSkipped={!isAsked(question, answers)}
              text={keyed[field.key] ?? ''}
              type={(text) => setKeyed((before) => ({ ...before, [field.key]: text }))}
            />
          ))}
        </fieldset>
      ))}
      <Group>
        <Button type="submit">{t('saveSheet')}</Button>
        <NativeSelect
          aria-label={t('voidLabel')}
          value=""
          data={[
            { value: '', label: t('voidLabel') },
            ...voidReasons.map((value) => ({ value, label: t(`void.${value}`) })),
          ]}
          onChange={(event) => event.currentTarget.value && finish(event.currentTarget.value)}
        />
        <Button variant="outline" onClick={() => void undo()} disabled={saved.length === 0}>
          {t('undo')}
        </Button>
      </Group>
    </form>
  )
}

type FieldProps = { field: PaperField; isSkipped: boolean; text: string; type: (text: string) => void }

function Field({ field, isSkipped, text, type }: FieldProps) {
  const language = useLocale()
  const fault = readField(field, text).fault
  function press(event: KeyboardEvent<HTMLInputElement>) {
    const isNumeric = field.shape !== 'words' && field.shape !== 'date'
    if (event.key === 'Enter' || (event.key === '-' && isNumeric)) {
      event.preventDefault()
      move(event.currentTarget, event.key === 'Enter' ? 1 : -1)
    }
  }
  return (
    <TextInput
      label={`${field.number} ${inLanguage(field.label, language)}`}
      description={boxWords(field, language)}
      inputMode={field.shape === 'words' ? 'text' : 'tel'}
      autoComplete="off"
      data-field={field.key}
      disabled={isSkipped}
      value={text}
      error={fault && text !== '' ? fault[language === 'en' ? 'en' : 'vi'] : undefined}
      onKeyDown={press}
      onChange={(event) => {
        const { value } = event.currentTarget
        const input = event.currentTarget
        flushSync(() => type(value)) // what is skipped is known before the next key arrives
        if (isComplete(field, value)) move(input, 1)
      }}
    />
  )
}

/** One box whose number cannot go on to be another one, or the mark that cannot be decided. */
function isComplete({ shape, choices }: PaperField, text: string): boolean {
  if (shape !== 'one') return false
  const codes = choices.map(({ code }) => String(code))
  return (
    text === unclearMark ||
    (codes.includes(text) && !codes.some((code) => code !== text && code.startsWith(text)))
  )
}

/** To the next field that is asked, the button after the last. */
function move(from: HTMLInputElement, step: 1 | -1) {
  const form = from.form!
  const stops = [
    ...form.querySelectorAll<HTMLElement>('input[data-field]:not(:disabled), button[type=submit]'),
  ]
  stops[stops.indexOf(from) + step]?.focus()
}

const isAsked = ({ isAskedIf }: PaperQuestion, answers: Record<string, unknown>) =>
  isAskedIf.every((condition) => condition === null || holds(condition, answers))

function nextFree(from: number, taken: number[], done: { sheet: number }[]): number {
  const used = new Set([...taken, ...done.map(({ sheet }) => sheet)])
  let sheet = from
  while (used.has(sheet)) sheet += 1
  return sheet
}

function fieldsOf(values: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}
