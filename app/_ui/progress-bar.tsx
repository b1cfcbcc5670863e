// Answers against a target: a bar and the same in words. More than aimed at fills the bar and no more; of a count that is
// shown as a range, the bar has what is certain.
import { useFormatter, useTranslations } from 'next-intl'
import type { CountRange } from '#lib/count-range'
import { countWords } from './count-words'
import style from './progress-bar.module.css'

export function ProgressBar({ answers, target }: { answers: number | CountRange; target: number }) {
  const t = useTranslations('waves')
  const format = useFormatter()
  const least = typeof answers === 'number' ? answers : answers.from
  const shown = typeof answers === 'number' ? format.number(answers) : countWords(format, answers)
  const words =
    target > 0
      ? t('progress', { answers: shown, target: format.number(target) })
      : t('noTarget', { answers: shown })
  return (
    <span className={style.box}>
      {target > 0 && (
        <progress className={style.bar} value={Math.min(least, target)} max={target} aria-label={words} />
      )}
      <span className={style.words}>{words}</span>
    </span>
  )
}
