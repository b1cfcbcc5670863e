// The mark of sample data. It stands on every page while there are any, so that no picture of a page can be taken for
// real figures.
import { useTranslations } from 'next-intl'
import style from './sample-banner.module.css'

export function SampleBanner() {
  const t = useTranslations('product')
  return (
    <aside className={style.banner} aria-label={t('sampleData')}>
      <strong>{t('sampleData')}.</strong> {t('sampleDataLong')}
    </aside>
  )
}
