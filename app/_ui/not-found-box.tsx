// What stands in the place of something that is not there.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { StateBox } from './state-box'

export function NotFoundBox({ home }: { home: '/' | '/dashboard' }) {
  const t = useTranslations('states')
  const back = (
    <Link className="button button-quiet" href={home}>
      {t('home')}
    </Link>
  )
  return (
    <StateBox title={t('notFoundTitle')} actions={back} isPage>
      <p>{t('notFoundBody')}</p>
    </StateBox>
  )
}
