'use client'
// What the appraiser decides about one criterion: accept the answer that stands, or put another in its place with a reason.
// In the second appraisal a reason is always due: the unit has contested.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { isSameAnswer } from '#lib/rounds/round-event'
import { AnswerFields, draftOf } from './answer-fields'
import type { LineProps } from './line-props'
import { LongText } from './long-text'
import style from './round-sheet.module.css'
import { SaveMark } from './save-mark'
import { StanceChoices } from './stance-choices'
import { useAutosave } from './use-autosave'
import { useReportState } from './use-report-state'

export function AppraisalFields({ place, criterion, line, step, save, onSaved, onState }: LineProps) {
  const t = useTranslations('rounds')
  const id = useId()
  const isSecond = step === 'second-appraisal'
  const offered = isSecond ? line.appraisal!.answer : line.self!.answer
  const judged = isSecond ? line.second : line.appraisal
  const stance = judged ? (isSameAnswer(judged.answer, offered) ? 'accept' : 'change') : ''
  const { draft, change, state, problem, flush } = useAutosave({
    storageKey: `${step} ${place.round} ${place.unit} ${criterion.code}`,
    initial: { stance, ...draftOf(judged?.answer ?? offered, t('decimal')), reason: judged?.reason ?? '' },
    seen: line.seen,
    toFields: ({ stance, kind, figure, reason }) => {
      const needsReason = isSecond || stance === 'change'
      if (stance === '' || (needsReason && reason.trim() === '')) return null
      const answer = stance === 'accept' ? draftOf(offered, '.') : { kind, figure }
      if (answer.kind === 'figure' && answer.figure.trim() === '') return null
      return { ...place, criterion: criterion.code, ...answer, reason }
    },
    save,
    onSaved,
  })
  useReportState(criterion.code, state, onState)
  return (
    <div className={style.edit}>
      <StanceChoices
        legend={t(isSecond ? 'judgeAgain' : 'judge')}
        choices={(['accept', 'change'] as const).map((choice) => ({
          value: choice,
          label: t(isSecond ? `stances.again.${choice}` : `stances.${choice}`),
        }))}
        chosen={draft.stance}
        choose={(stance) => change({ stance })}
      />
      {draft.stance === 'change' && (
        <AnswerFields
          criterion={criterion}
          draft={draft}
          change={change}
          onLeave={flush}
          problemId={state === 'refused' ? `${id}-mark` : undefined}
        />
      )}
      {draft.stance !== '' && (
        <LongText
          label={t(isSecond || draft.stance === 'change' ? 'reason' : 'reasonOptional')}
          value={draft.reason}
          change={(reason) => change({ reason })}
          onLeave={flush}
        />
      )}
      <SaveMark
        id={`${id}-mark`}
        state={draft.stance === '' ? 'incomplete' : state}
        hint={t(draft.stance === '' ? 'hint.judge' : 'hint.reason')}
        problem={problem}
      />
    </div>
  )
}
