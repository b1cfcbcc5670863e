'use client'
// The number of a receipt, typed: works without a script. Says where its answer stands, never what was answered.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { FoundReceipt } from '#lib/ledger/found-receipt'
import style from './plain-form.module.css'
import { type FormAction, useFormAction } from './use-form-action'

type Props = {
  action: FormAction<FoundReceipt>
  waves: { wave: string; title: string }[]
  /** Wave of the link that led here. */
  asked: string
}

export function ReceiptForm({ action, waves, asked }: Props) {
  const t = useTranslations('receipt')
  const form = useTranslations('form')
  const { state, send, isSending, field, problem } = useFormAction(action)
  const id = useId()
  const { error: _error, defaultValue, ...receipt } = field('receipt')
  return (
    <form action={send} className={style.form}>
      <div className={style.field}>
        <label htmlFor={`${id}-wave`}>{t('wave')}</label>
        <select id={`${id}-wave`} name="wave" defaultValue={field('wave', asked).defaultValue}>
          {waves.map(({ wave, title }) => (
            <option key={wave} value={wave}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div className={style.field}>
        <label htmlFor={`${id}-receipt`}>{t('number')}</label>
        <input
          id={`${id}-receipt`}
          {...receipt}
          defaultValue={defaultValue}
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={`${id}-note`}
        />
        <span id={`${id}-note`} className={style.note}>
          {t('numberNote')}
        </span>
      </div>
      <button type="submit" className="button" disabled={isSending}>
        {isSending ? form('sending') : t('lookUp')}
      </button>
      <div role="status">
        {problem && <p className={style.problem}>{problem}</p>}
        {state.status === 'done' && <Found found={state.result} />}
      </div>
    </form>
  )
}

function Found({ found }: { found: FoundReceipt }) {
  const t = useTranslations('receipt')
  if (found.state !== 'logged') return <p>{t(found.state)}</p>
  const { index, head } = found
  const day = head.day.split('-').reverse().join('/')
  return (
    <>
      <p>{t('logged', { index, size: head.size, day })}</p>
      <p>
        <Link href={`/ledger/${head.wave}`}>{t('seeLog')}</Link>
      </p>
    </>
  )
}
