'use client'
// What the unit answers to a changed criterion: it agrees, or contests with an explanation.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { LineProps } from './line-props'
import style from './round-sheet.module.css'
import { SaveMark } from './save-mark'
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
      <fieldset className={style.choices}>
        <legend>{t('answerToChange')}</legend>
        {(['agree', 'contest'] as const).map((choice) => (
          <label key={choice} className={style.choice}>
            <input
              type="radio"
              name={`${id}-stance`}
              value={choice}
              checked={draft.stance === choice}
              onChange={() => change({ stance: choice })}
            />
            {t(`stances.${choice}`)}
          </label>
        ))}
      </fieldset>
      {draft.stance !== '' && (
        <label className={style.field} htmlFor={`${id}-text`}>
          <span>{t(draft.stance === 'contest' ? 'explanation' : 'explanationOptional')}</span>
          <textarea
            id={`${id}-text`}
            className={style.input}
            rows={3}
            maxLength={2000}
            value={draft.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
            onBlur={flush}
          />
        </label>
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
