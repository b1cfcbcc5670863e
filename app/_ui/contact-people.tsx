'use client'
// The people of a list, searched and turned page by page. The name that is searched for goes by POST, because addresses of
// pages stand in histories and logs.
import { Button, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, startTransition, useActionState, useState } from 'react'
import type { Person } from '#lib/contacts/contact'
import { showPhone } from '#lib/contacts/normalise-phone'
import { DataTable } from './data-table'
import type { FormState } from './form-state'
import style from './page.module.css'
import type { FormAction } from './use-form-action'

type Line = {
  id: string
  unitId: string
  stratum: string
  optedOutAt: Date | null
  person: Person | null
  trouble: 'unknown-key' | 'broken' | null
}
/** A page of people, as the search returns it. */
export type PeoplePage = { people: Line[]; found: number; total: number; pages: number; page: number }
type Props = {
  action: FormAction<PeoplePage>
  list: string
  first: PeoplePage
  units: Record<string, string>
}

export function ContactPeople({ action, list, first, units }: Props) {
  const t = useTranslations('contacts')
  const language = useLocale()
  const start: FormState<PeoplePage> = { status: 'done', result: first }
  const [state, send, isSending] = useActionState<FormState<PeoplePage>, FormData>(action, start)
  const [shown, setShown] = useState(first)
  if (state.status === 'done' && state.result !== shown) setShown(state.result)
  const [search, setSearch] = useState('')
  const go = (page: number) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ list, search, page: String(page) })) form.set(name, value)
    startTransition(() => send(form))
  }
  const find = (event: FormEvent) => {
    event.preventDefault()
    go(1)
  }
  return (
    <div className={style.section}>
      <form onSubmit={find} className={style.row} style={{ alignItems: 'end' }}>
        <TextInput
          label={t('search')}
          description={t('searchNote')}
          value={search}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Button type="submit" variant="outline" loading={isSending}>
          {t('find')}
        </Button>
      </form>
      {state.status === 'failed' && <p role="alert">{state.sentence[language]}</p>}
      <p role="status" className={style.soft}>
        {t('found', { found: shown.found, total: shown.total })}
      </p>
      <DataTable
        caption={t('people')}
        isCaptionHidden
        rows={shown.people}
        rowKey={({ id }) => id}
        empty={t('noPeople')}
        columns={[
          {
            key: 'name',
            head: t('name'),
            cell: ({ id, person, trouble }) =>
              person ? <Link href={`/contacts/people/${id}`}>{person.name}</Link> : t(`trouble.${trouble!}`),
          },
          { key: 'title', head: t('titleOf'), cell: ({ person }) => person?.title },
          { key: 'unit', head: t('unit'), cell: ({ unitId }) => units[unitId] },
          { key: 'email', head: t('email'), cell: ({ person }) => person?.email },
          { key: 'phone', head: t('phone'), cell: ({ person }) => person && showPhone(person.phone) },
          { key: 'stratum', head: t('stratum'), cell: ({ stratum }) => stratum },
          {
            key: 'state',
            head: t('state'),
            cell: ({ optedOutAt }) => t(`states.${optedOutAt ? 'out' : 'asked'}`),
          },
        ]}
      />
      {shown.pages > 1 && (
        <div className={style.row}>
          <Button
            variant="outline"
            disabled={shown.page <= 1 || isSending}
            onClick={() => go(shown.page - 1)}
          >
            {t('previous')}
          </Button>
          <span>{t('pageOf', { page: shown.page, pages: shown.pages })}</span>
          <Button
            variant="outline"
            disabled={shown.page >= shown.pages || isSending}
            onClick={() => go(shown.page + 1)}
          >
            {t('next')}
          </Button>
        </div>
      )}
    </div>
  )
}
