// No such page (404).
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import frame from './_ui/public-frame.module.css'
import { StateBox } from './_ui/state-box'

export default async function NotFound() {
  const t = await getTranslations('states')
  const home = (
    <Link className="button button-quiet" href="/">
      {t('home')}
    </Link>
  )
  return (
    <main className={frame.main}>
      <StateBox title={t('notFoundTitle')} actions={home} isPage>
        <p>{t('notFoundBody')}</p>
      </StateBox>
    </main>
  )
}
