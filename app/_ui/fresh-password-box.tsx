'use client'
// A password that was just made. It is shown this once and can be copied; only its hash is stored.
import { Button, CopyButton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import style from './fresh-password-box.module.css'

export function FreshPasswordBox({ login, password }: { login: string; password: string }) {
  const t = useTranslations('users')
  return (
    <div role="status" className={style.box}>
      <p>{t('fresh', { login })}</p>
      <p className={style.password}>
        <code>{password}</code>
        <CopyButton value={password}>
          {({ copied, copy }) => (
            <Button variant="outline" size="sm" onClick={copy}>
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
      </p>
      <p className={style.note}>{t('freshNote')}</p>
    </div>
  )
}
