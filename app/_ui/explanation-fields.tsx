'use client'
// What the unit answers to a changed criterion: it agrees, or contests with an explanation.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { LineProps } from './line-props'
import { LongText } from './long-text'
import style from './round-sheet.module.css'
import { SaveMark } from './save-mark'
import { StanceChoices } from './stance-choices'
import { useAutosave } from './use-autosave'
import { useReportState } from './use-report-state'

export function ExplanationFields({ place, criterion, line, save, onSaved, onState }: LineProps) {
  const t = useTranslations('rounds')
  const id = useId()
  const { explanation } = line
  const { draft, change, state, problem, flush } = useAutosave({
    storageKey: `explain ${place.round} ${place.unit} ${criterion.code}`,
    initial: {
      stance: explanation ? (explanation.isContested ? 'contest' : 'agree') : '',
      text: explanation?.text ?? '',
    },
    seen: line.seen,
    toFields: ({ stance, text }) => {
      const isEnough = stance === 'agree' || (stance === 'contest' && text.trim() !== '')
      return isEnough ? { ...place, criterion: criterion.code, stance, text } : null
    },
    save,
    onSaved,
  })
  useReportState(criterion.code, state, onState)
  return (
    <div className={style.edit}>
      <StanceChoices
        legend={t('answerToChange')}
        choices={(['agree', 'contest'] as const).map((choice) => ({
          value: choice,
          label: t(`stances.${choice}`),
        }))}
        chosen={draft.stance}
        choose={(stance) => change({ stance })}
      />
      {draft.stance !== '' && (
        <LongText
          label={t(draft.stance === 'contest' ? 'explanation' : 'explanationOptional')}
          rows={3}
          value={draft.text}
          change={(text) => change({ text })}
          onLeave={flush}
        />
      )}
      <SaveMark
        id={`${id}-mark`}
        state={draft.stance === '' ? 'incomplete' : state}
        hint={t(draft.stance === '' ? 'hint.answer' : 'hint.text')}
        problem={problem}
      />
    </div>
  )
}
