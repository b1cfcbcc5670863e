'use client'
// An unexpected error of a page: what happened, the code to report, and a way to try again. The code is in the log too.
import { useTranslations } from 'next-intl'
import { StateBox } from './state-box'

export function ErrorState({ code, retry }: { code?: string; retry?: () => void }) {
  const t = useTranslations('states')
  const button = retry && (
    <button type="button" className="button" onClick={retry}>
      {t('retry')}
    </button>
  )
  return (
    <StateBox title={t('errorTitle')} tone="danger" actions={button} isPage>
      <p>{t('errorBody')}</p>
      {code && (
        <p>
          <code>{t('errorCode', { code })}</code>
        </p>
      )}
    </StateBox>
  )
}
