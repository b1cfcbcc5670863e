// The look of a refusal (403).
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { StateBox } from './state-box'

export function NoPermission() {
  const t = useTranslations('states')
  const home = (
    <Link className="button button-quiet" href="/">
      {t('home')}
    </Link>
  )
  return (
    <StateBox title={t('forbiddenTitle')} tone="warning" actions={home} isPage>
      <p>{t('forbiddenBody')}</p>
    </StateBox>
  )
}
