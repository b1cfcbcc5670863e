'use client'
// Repeats a draw once more and says when: the page itself has just done it, a click asks the server again.
import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import style from './page.module.css'

export function RepeatDraw({ isRepeatable, at }: { isRepeatable: boolean; at: string }) {
  const t = useTranslations('draws')
  const router = useRouter()
  const [isAsking, start] = useTransition()
  return (
    <div
      className={`${style.section} ${isRepeatable ? style.panel : style.unofficial}`}
      role={isRepeatable ? 'status' : 'alert'}
    >
      <p>
        <strong>{t(isRepeatable ? 'repeatable' : 'notRepeatable')}</strong>
      </p>
      <div className={style.row}>
        <Button variant="outline" loading={isAsking} onClick={() => start(() => router.refresh())}>
          {t('repeat')}
        </Button>
        <span className={style.small}>{t('repeatedAt', { time: at })}</span>
      </div>
    </div>
  )
}
