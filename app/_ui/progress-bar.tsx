// Answers against a target: a bar and the same in words. More than aimed at fills the bar and no more.
import { useFormatter, useTranslations } from 'next-intl'
import style from './progress-bar.module.css'

export function ProgressBar({ answers, target }: { answers: number; target: number }) {
  const t = useTranslations('waves')
  const format = useFormatter()
  const words =
    target > 0
      ? t('progress', { answers: format.number(answers), target: format.number(target) })
      : t('noTarget', { answers: format.number(answers) })
  return (
    <span className={style.box}>
      {target > 0 && (
        <progress className={style.bar} value={Math.min(answers, target)} max={target} aria-label={words} />
      )}
      <span className={style.words}>{words}</span>
    </span>
  )
}
