// How many answers of how many aimed at. The words carry the meaning, the bar repeats it.
import { useFormatter, useTranslations } from 'next-intl'
import style from './progress.module.css'

export function Progress({ done, target }: { done: number; target: number }) {
  const t = useTranslations('dashboard')
  const format = useFormatter()
  const words = t('doneOfTarget', { done: format.number(done), target: format.number(target) })
  return (
    <div className={style.box}>
      <span>{words}</span>
      {target > 0 && (
        <progress className={style.bar} value={Math.min(done, target)} max={target} aria-label={words} />
      )}
    </div>
  )
}
