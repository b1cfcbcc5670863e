'use client'
// Takes an activity back that was recorded by mistake, or puts it in again: always with a reason.
import { useTranslations } from 'next-intl'
import style from './round-sheet.module.css'
import { type FormAction, useFormAction } from './use-form-action'

type Props = {
  action: FormAction
  place: { unit: string; id: string }
  seen: number
  isWithdrawn: boolean
}

export function WithdrawActivity({ action, place, seen, isWithdrawn }: Props) {
  const t = useTranslations('activities')
  const { send, isSending, field, problem } = useFormAction(action)
  const { error, ...reason } = field('reason')
  return (
    <details className={style.remove}>
      <summary>{t(isWithdrawn ? 'restore' : 'withdraw')}</summary>
      <form action={send} className={style.edit}>
        {!isWithdrawn && <p className={style.soft}>{t('withdrawLead')}</p>}
        <input type="hidden" name="unit" value={place.unit} />
        <input type="hidden" name="id" value={place.id} />
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="isWithdrawn" value={isWithdrawn ? '' : '1'} />
        <label className={style.field}>
          <span>{t(isWithdrawn ? 'restoreReason' : 'withdrawReason')}</span>
          <input className={style.input} required minLength={3} maxLength={300} {...reason} />
        </label>
        {(error ?? problem) && (
          <p role="alert" className={style.fault}>
            {error ?? problem}
          </p>
        )}
        <button type="submit" className={style.small} disabled={isSending}>
          {t(isWithdrawn ? 'restore' : 'withdrawNow')}
        </button>
      </form>
    </details>
  )
}
