'use client'
// What can be done about one person besides correcting: stop letters, erase after one more question.
import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import style from './page.module.css'
import { type FormAction, useFormAction } from './use-form-action'

type Props = { id: string; isOut: boolean; optOut: FormAction; erase: FormAction }

export function ContactSteps({ id, isOut, optOut, erase }: Props) {
  const t = useTranslations('contacts')
  const out = useFormAction(optOut)
  const gone = useFormAction(erase)
  const [isAsked, setAsked] = useState(false)
  if (gone.state.status === 'done') return <p role="status">{t('erasedDone')}</p>
  return (
    <div className={style.section}>
      <div className={style.row}>
        <form action={out.send}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="isOut" value={isOut ? '' : '1'} />
          <Button type="submit" variant="outline" loading={out.isSending}>
            {t(isOut ? 'optIn' : 'optOut')}
          </Button>
        </form>
        {!isAsked && (
          <Button variant="outline" color="red.9" onClick={() => setAsked(true)}>
            {t('erase')}
          </Button>
        )}
      </div>
      {out.problem && <p role="alert">{out.problem}</p>}
      {isAsked && (
        <form action={gone.send} className={style.panel}>
          <input type="hidden" name="id" value={id} />
          <p>{gone.problem ?? t('eraseAsk')}</p>
          <div className={style.row}>
            <Button type="submit" color="red.9" loading={gone.isSending}>
              {t('eraseYes')}
            </Button>
            <Button variant="subtle" onClick={() => setAsked(false)}>
              {t('no')}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
