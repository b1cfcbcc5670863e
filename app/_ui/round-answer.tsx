// An answer of a sheet in words: the figure with its unit, the name of the option, “không áp dụng”, “chưa có số liệu”, and
// the points it brings.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { answerPoints } from '#lib/rounds/answer-points'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import type { Answer } from '#lib/rounds/round-event'
import { inLanguage } from '#lib/surveys/local-text'
import style from './round-sheet.module.css'

type Props = { criterion: AskedCriterion; answer: Answer | null; withPoints?: boolean }

export function RoundAnswer({ criterion, answer, withPoints }: Props) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  const language = useLocale()
  if (!answer) return <span className={style.soft}>{t('nothingYet')}</span>
  if (answer.kind !== 'figure') return <span>{t(`answers.${answer.kind}`)}</span>
  const { rule, unit } = criterion
  const option = rule.kind === 'choice' ? rule.options.find(({ value }) => value === answer.value) : undefined
  const points = withPoints ? answerPoints(criterion, answer) : null
  return (
    <span>
      {option ? inLanguage(option.name, language) : format.number(answer.value)}
      {!option && unit ? ` ${inLanguage(unit, language)}` : ''}
      {points !== null && (
        <span className={style.soft}>
          {' '}
          · {t('points', { points: format.number(points, { maximumFractionDigits: 2 }) })}
        </span>
      )}
    </span>
  )
}
