'use client'
// A link to hand out: it can be opened to have a look, and copied.
import { Button, CopyButton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import style from './page.module.css'

export function CopyLink({ link, unit }: { link: string; unit: string }) {
  const t = useTranslations('waves')
  const { pathname, search } = new URL(link)
  return (
    <span className={style.row}>
      <a href={link}>{`${pathname}${search}`}</a>
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button variant="outline" size="compact-sm" onClick={copy} aria-label={t('copyLink', { unit })}>
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
    </span>
  )
}
