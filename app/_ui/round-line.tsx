'use client'
// One criterion of a sheet: what is asked and how it earns points, what stands at each stage, and the fields of whoever's
// turn it is. Drawn anew only when its own line changes: a sheet may have a hundred of them.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
import { describeRule } from '#lib/definitions/entered-rule'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import type { Step } from '#lib/rounds/round-event'
import { isChanged, isContested, type SheetLine, standingAnswer } from '#lib/rounds/sheet'
import { inLanguage } from '#lib/surveys/local-text'
import { AppraisalFields } from './appraisal-fields'
import { EvidenceList } from './evidence-list'
import { ExplanationFields } from './explanation-fields'
import type { LineProps } from './line-props'
import { NoText } from './no-text'
import { RoundAnswer } from './round-answer'
import style from './round-sheet.module.css'
import { SelfScoreFields } from './self-score-fields'

export const RoundLine = memo(function RoundLine(props: LineProps) {
  const { criterion, line, step, mode, place, evidence, limits } = props
  const t = useTranslations('rounds')
  const format = useFormatter()
  const language = useLocale()
  const { code, name, path, rule, unit, note, maximum, hasText } = criterion
  const above = path
    .slice(1)
    .map((one) => inLanguage(one, language))
    .join(' › ')
  const Fields = fieldsOf(props)
  return (
    <article
      className={style.line}
      id={code}
      data-done={isDone(line, step)}
      aria-label={inLanguage(name, language)}
    >
      <header className={style.lineHead}>
        {above && <p className={style.path}>{above}</p>}
        <h3 className={style.name}>
          {inLanguage(name, language)} {!hasText && <NoText />}
        </h3>
        {maximum !== null && (
          <p className={style.maximum}>
            {t('maximum', { points: format.number(maximum, { maximumFractionDigits: 2 }) })}
          </p>
        )}
        {note && <p className={style.note}>{inLanguage(note, language)}</p>}
        <p className={style.note}>{describeRule(rule, unit ? inLanguage(unit, language) : '')[language]}</p>
      </header>
      <div className={style.work}>
        {mode !== 'score' && <Stages criterion={criterion} line={line} />}
        {Fields && <Fields {...props} />}
        <EvidenceList
          place={{ ...place, criterion: code }}
          files={line.evidence}
          actions={mode === 'score' ? evidence : null}
          limits={limits}
        />
      </div>
    </article>
  )
})

function fieldsOf({ mode, line, step }: LineProps) {
  if (mode === 'score') return SelfScoreFields
  if (mode === 'appraise' && line.self && (step === 'appraisal' || isContested(line))) return AppraisalFields
  if (mode === 'explain' && isChanged(line)) return ExplanationFields
  return null
}

/** The present step has nothing more to do here. */
export function isDone(line: SheetLine, step: Step): boolean {
  if (step === 'self-scoring') return line.self !== null
  if (step === 'appraisal') return line.appraisal !== null
  if (step === 'explanation') return !isChanged(line) || line.explanation !== null
  if (step === 'second-appraisal') return !isContested(line) || line.second !== null
  return standingAnswer(line) !== null
}

/** What stands at each stage, with its words. */
function Stages({ criterion, line }: { criterion: AskedCriterion; line: SheetLine }) {
  const t = useTranslations('rounds')
  const { self, appraisal, explanation, second, correction } = line
  return (
    <dl className={style.stages}>
      <div>
        <dt>{t('stages.self')}</dt>
        <dd>
          <RoundAnswer criterion={criterion} answer={self?.answer ?? null} withPoints />
        </dd>
        {self?.note && <dd className={style.words}>{self.note}</dd>}
      </div>
      {appraisal && (
        <div data-changed={isChanged(line)}>
          <dt>{t('stages.appraisal')}</dt>
          <dd>
            <RoundAnswer criterion={criterion} answer={appraisal.answer} withPoints />
            {isChanged(line) && <span className={style.flag}>{t('changed')}</span>}
          </dd>
          {appraisal.reason && <dd className={style.words}>{appraisal.reason}</dd>}
        </div>
      )}
      {explanation && (
        <div>
          <dt>{t('stages.explanation')}</dt>
          <dd>{t(explanation.isContested ? 'contested' : 'agreed')}</dd>
          {explanation.text && <dd className={style.words}>{explanation.text}</dd>}
        </div>
      )}
      {second && (
        <div>
          <dt>{t('stages.second')}</dt>
          <dd>
            <RoundAnswer criterion={criterion} answer={second.answer} withPoints />
          </dd>
          <dd className={style.words}>{second.reason}</dd>
        </div>
      )}
      {correction && (
        <div data-changed>
          <dt>{t('stages.correction')}</dt>
          <dd>
            <RoundAnswer criterion={criterion} answer={correction.answer} withPoints />
          </dd>
          <dd className={style.words}>{correction.reason}</dd>
        </div>
      )}
    </dl>
  )
}
