// The mark beside whatever no official text sets: points, weights, a whole index.
import { useTranslations } from 'next-intl'
import style from './no-text.module.css'

export function NoText() {
  const t = useTranslations('definitions')
  return <span className={style.mark}>{t('noText')}</span>
}
