'use client'
// A person sees and asks about their own data. The code stands in the fragment of the address, which browsers do not send; it
// goes to the server only in the body of what the person asks for.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { type FormEvent, startTransition, useActionState, useEffect, useState } from 'react'
import type { OwnData as Data } from '#lib/contacts/own-data'
import { type RequestKind, requestKinds } from '#lib/contacts/request-kinds'
import { newForm } from './form-state'
import style from './page.module.css'
import type { FormAction } from './use-form-action'

type Sent = { kind: string; answerBy: Date; doneBy: Date }
type Props = { find: FormAction<Data>; send: FormAction<Sent> }

export function OwnData({ find, send }: Props) {
  const t = useTranslations('privacy')
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    const read = () => setCode(window.location.hash.slice(1))
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  if (code === null) return <p>{t('noScript')}</p>
  if (code === '') return <p>{t('withoutCode')}</p>
  return (
    <>
      <p>{t('ownLead')}</p>
      <Shown key={`shown ${code}`} find={find} code={code} />
      <Asked key={`asked ${code}`} send={send} code={code} />
    </>
  )
}

function Shown({ find, code }: { find: Props['find']; code: string }) {
  const t = useTranslations('privacy')
  const c = useTranslations('contacts')
  const language = useLocale()
  const [state, act, isAsking] = useActionState(find, newForm)
  const data = state.status === 'done' ? state.result : null
  const ask = () => {
    const body = new FormData()
    body.set('code', code)
    startTransition(() => act(body))
  }
  const facts = data
    ? [
        [c('name'), data.person.name],
        [c('titleOf'), data.person.title],
        [c('email'), data.person.email],
        [c('phone'), data.person.phone],
        [c('address'), data.person.address],
        [c('unit'), data.unit],
        [t('from'), `${data.list.title}: ${data.list.purpose}`],
        [c('basis'), c(`bases.${data.list.basis as 'duty'}`)],
        [t('consent'), data.consent ? `${data.consent.at}: ${data.consent.text}` : ''],
        [c('deleteOn'), data.list.deleteOn],
        [c('optedOut'), data.optedOutOn ?? ''],
      ].filter(([, text]) => text !== '')
    : []
  return (
    <div className={style.section}>
      {!data && (
        <button type="button" className="button" onClick={ask} disabled={isAsking}>
          {t('show')}
        </button>
      )}
      {state.status === 'failed' && <p role="alert">{state.sentence[language]}</p>}
      {data && (
        <>
          <dl className={style.facts} data-testid="own-data">
            {facts.map(([term, text]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <button type="button" className="button button-quiet" onClick={() => download(data)}>
            {t('download')}
          </button>
        </>
      )}
    </div>
  )
}

function download(data: Data) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'personal-data.json'
  link.click()
  URL.revokeObjectURL(url)
}

function Asked({ send, code }: { send: Props['send']; code: string }) {
  const t = useTranslations('privacy')
  const r = useTranslations('requests')
  const format = useFormatter()
  const language = useLocale()
  const [state, act, isSending] = useActionState(send, newForm)
  const [kind, setKind] = useState<RequestKind>('access')
  const day = (date: Date) => format.dateTime(new Date(date), 'day')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = new FormData(event.currentTarget)
    body.set('code', code)
    startTransition(() => act(body))
  }
  if (state.status === 'done') {
    const { answerBy, doneBy } = state.result
    const stops = state.result.kind === 'withdrawal' || state.result.kind === 'objection'
    return (
      <p role="status" className={style.panel}>
        {t('sent', { answer: day(answerBy), done: day(doneBy) })} {stops && t('stopped')}
      </p>
    )
  }
  return (
    <form onSubmit={submit} className={style.panel}>
      <h3>{t('ask')}</h3>
      <fieldset className={style.section} style={{ border: 0, padding: 0, margin: 0 }}>
        <legend>{t('askLead')}</legend>
        {requestKinds.map((value) => (
          <label key={value} className={style.row} style={{ flexWrap: 'nowrap' }}>
            <input
              type="radio"
              name="kind"
              value={value}
              checked={kind === value}
              onChange={() => setKind(value)}
            />
            {r(`kinds.${value}`)}
          </label>
        ))}
      </fieldset>
      <label style={{ display: 'grid', gap: 'var(--space-2)', marginBlock: 'var(--space-4)' }}>
        <span>{t('note')}</span>
        <span className={style.small}>{t('noteNote')}</span>
        <textarea name="note" rows={3} maxLength={2000} />
      </label>
      {state.status === 'failed' && <p role="alert">{state.sentence[language]}</p>}
      <button type="submit" className="button" disabled={isSending}>
        {t('send')}
      </button>
    </form>
  )
}
