'use client'
// Whether what stands in the fields is stored, in words and with the reason when it is not.
import { useLocale, useTranslations } from 'next-intl'
import type { SheetLine } from '#lib/rounds/sheet'
import type { FormState } from './form-state'
import style from './round-sheet.module.css'
import type { SaveState } from './use-autosave'

type Props = { id: string; state: SaveState; hint?: string; problem: FormState<SheetLine> | null }

export function SaveMark({ id, state, hint, problem }: Props) {
  const t = useTranslations('rounds')
  const language = useLocale()
  const words =
    problem?.status === 'failed'
      ? problem.sentence[language]
      : state === 'incomplete' && hint
        ? hint
        : t(`save.${state}`)
  return (
    <p id={id} className={style.mark} data-state={state} role={state === 'refused' ? 'alert' : 'status'}>
      {words}
    </p>
  )
}
