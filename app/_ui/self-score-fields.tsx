'use client'
// What the unit writes for one criterion: the answer and a word on where it comes from.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { SheetLine } from '#lib/rounds/sheet'
import { AnswerFields, draftOf } from './answer-fields'
import type { LineProps } from './line-props'
import { LongText } from './long-text'
import style from './round-sheet.module.css'
import { SaveMark } from './save-mark'
import { useAutosave } from './use-autosave'
import { useReportState } from './use-report-state'

export function SelfScoreFields({ place, criterion, line, save, onSaved, onState }: LineProps) {
  const t = useTranslations('rounds')
  const id = useId()
  const { draft, change, state, problem, flush } = useAutosave({
    storageKey: `self ${place.round} ${place.unit} ${criterion.code}`,
    initial: { ...draftOf(line.self?.answer ?? null, t('decimal')), note: line.self?.note ?? '' },
    seen: line.seen,
    toFields: ({ kind, figure, note }) => {
      const isEnough = kind === 'figure' ? figure.trim() !== '' : note.trim() !== ''
      return isEnough
        ? { ...place, criterion: criterion.code, kind, figure: kind === 'figure' ? figure : '', note }
        : null
    },
    save,
    onSaved,
  })
  useReportState(criterion.code, state, onState)
  return (
    <div className={style.edit}>
      <AnswerFields
        criterion={criterion}
        draft={draft}
        change={change}
        onLeave={flush}
        problemId={state === 'refused' ? `${id}-mark` : undefined}
      />
      <LongText label={t('note')} value={draft.note} change={(note) => change({ note })} onLeave={flush} />
      <SaveMark
        id={`${id}-mark`}
        state={isEmpty(line, draft, state) ? 'incomplete' : state}
        hint={t(draft.kind === 'figure' ? 'hint.figure' : 'hint.note')}
        problem={problem}
      />
    </div>
  )
}

const isEmpty = (line: SheetLine, { figure }: { figure: string }, state: string) =>
  line.self === null && figure === '' && state === 'saved'
