// Shown while a slow page is being counted: grey bars where the content will stand, and one word for screen readers.
import { useTranslations } from 'next-intl'
import style from './loading-state.module.css'

export function LoadingState() {
  const t = useTranslations('states')
  return (
    <div role="status" className={style.box}>
      <span className="visually-hidden">{t('loading')}</span>
      <span className={style.title} />
      <span className={style.bar} />
      <span className={style.bar} />
      <span className={style.block} />
    </div>
  )
}
