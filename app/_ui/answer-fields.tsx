'use client'
// The fields of an answer: how it is answered where there is a choice, and the figure or the option.
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { rangeText } from '#lib/definitions/entered-rule'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import type { Answer } from '#lib/rounds/round-event'
import { inLanguage } from '#lib/surveys/local-text'
import style from './round-sheet.module.css'

export type AnswerDraft = { kind: Answer['kind']; figure: string }

type Props = {
  criterion: AskedCriterion
  draft: AnswerDraft
  change: (part: Partial<AnswerDraft>) => void
  onLeave: () => void
  problemId?: string
}

export function AnswerFields({ criterion, draft, change, onLeave, problemId }: Props) {
  const t = useTranslations('rounds')
  const language = useLocale()
  const id = useId()
  const { rule, unit, mayNotApply } = criterion
  const kinds = ['figure', ...(mayNotApply ? ['not-applicable'] : []), 'no-figure'] as const
  const about = problemId ? { 'aria-describedby': problemId, 'aria-invalid': true } : {}
  return (
    <div className={style.answer}>
      <label className={style.field} htmlFor={`${id}-kind`}>
        <span>{t('how')}</span>
        <select
          id={`${id}-kind`}
          className={style.input}
          value={draft.kind}
          onChange={(event) => change({ kind: event.currentTarget.value as Answer['kind'] })}
          onBlur={onLeave}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(
                kind === 'figure' && rule.kind === 'choice'
                  ? 'answers.choice'
                  : `answers.${kind as 'figure'}`,
              )}
            </option>
          ))}
        </select>
      </label>
      {draft.kind === 'figure' && (
        <label className={style.field} htmlFor={`${id}-figure`}>
          <span>
            {rule.kind === 'choice'
              ? t('choose')
              : t('figure', { range: rangeText(rule), unit: unit ? inLanguage(unit, language) : '' })}
          </span>
          {rule.kind === 'choice' ? (
            <select
              id={`${id}-figure`}
              className={style.input}
              value={draft.figure}
              onChange={(event) => change({ figure: event.currentTarget.value })}
              onBlur={onLeave}
              {...about}
            >
              <option value="">{t('notChosen')}</option>
              {rule.options.map(({ value, name }) => (
                <option key={value} value={String(value)}>
                  {inLanguage(name, language)}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={`${id}-figure`}
              className={style.input}
              inputMode="decimal"
              autoComplete="off"
              maxLength={40}
              value={draft.figure}
              onChange={(event) => change({ figure: event.currentTarget.value })}
              onBlur={onLeave}
              {...about}
            />
          )}
        </label>
      )}
    </div>
  )
}

/** An answer as its fields hold it. */
export function draftOf(answer: Answer | null, decimal: string): AnswerDraft {
  if (!answer) return { kind: 'figure', figure: '' }
  return {
    kind: answer.kind,
    figure: answer.kind === 'figure' ? String(answer.value).replace('.', decimal) : '',
  }
}
