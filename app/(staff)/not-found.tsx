// Something that a staff page looked for is not there (404); the frame stays.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { StateBox } from '../_ui/state-box'

export default async function StaffNotFound() {
  const t = await getTranslations('states')
  const home = (
    <Link className="button button-quiet" href="/dashboard">
      {t('home')}
    </Link>
  )
  return (
    <StateBox title={t('notFoundTitle')} actions={home} isPage>
      <p>{t('notFoundBody')}</p>
    </StateBox>
  )
}
