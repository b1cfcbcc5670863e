'use client'
// What an administrator can do about somebody's protection: sign them out, take the second factor off, link them with the single
// sign-on.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import style from './page.module.css'
import { type FormAction, useFormAction } from './use-form-action'

const claims = ['email', 'preferred_username', 'sub'] as const
type Session = { id: string; device: string; createdAt: Date; lastSeenAt: Date }
type Props = {
  id: string
  isOwn: boolean
  isConfirmed: boolean
  hasApp: boolean
  passkeys: number
  recoveryCodes: number
  sessions: Session[]
  provider: string | null
  external: { subject: string; linkedAt: Date }[]
  invitation: { claim: (typeof claims)[number]; value: string; expiresAt: Date } | null
  actions: {
    endSessions: (form: FormData) => Promise<void>
    reset: FormAction
    expect: FormAction
    unlink: FormAction
  }
}

export function UserProtection({ id, isOwn, isConfirmed, actions, ...facts }: Props) {
  const t = useTranslations('protect')
  const account = useTranslations('account')
  const format = useFormatter()
  const { hasApp, passkeys, recoveryCodes, sessions, provider, external, invitation } = facts
  const time = (at: Date) => format.dateTime(at, { dateStyle: 'short', timeStyle: 'short' })
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'short' })
  const canReset = !isOwn && (hasApp || passkeys > 0)
  return (
    <section className={style.section} aria-labelledby="user-protection">
      <h2 id="user-protection">{t('userTitle')}</h2>
      <p>{t('userApp', { on: hasApp ? 'yes' : 'no', passkeys, codes: recoveryCodes })}</p>
      <h3>{t('sessionsOf')}</h3>
      {sessions.length === 0 && <p>{t('noSessions')}</p>}
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            {session.device || account('unknownDevice')}: {time(session.createdAt)} –{' '}
            {time(session.lastSeenAt)}
          </li>
        ))}
      </ul>
      {sessions.length > 0 && (
        <form action={actions.endSessions}>
          <input type="hidden" name="id" value={id} />
          <Button type="submit" variant="outline" size="sm">
            {t('endAll')}
          </Button>
        </form>
      )}
      {provider && (
        <>
          <h3>{t('ssoTitle', { name: provider })}</h3>
          {external.map(({ subject, linkedAt }) => (
            <p key={subject}>{t('ssoLinked', { day: day(linkedAt), subject })}</p>
          ))}
          {invitation && (
            <p>
              {t('ssoExpected', {
                claim: t(`ssoClaims.${invitation.claim}`),
                value: invitation.value,
                day: day(invitation.expiresAt),
              })}
            </p>
          )}
          {!invitation && external.length === 0 && <p>{t('ssoNone')}</p>}
        </>
      )}
      {!isConfirmed && (canReset || provider) && (
        <p>
          <Link className="button button-quiet" href={`/account/confirm?goal=/admin/users/${id}`}>
            {t('confirmFirst')}
          </Link>
        </p>
      )}
      {isConfirmed && canReset && (
        <PlainForm action={actions.reset} id={id} title={t('reset')} lead={t('resetLead')} />
      )}
      {isConfirmed && provider && <ExpectForm action={actions.expect} id={id} />}
      {isConfirmed && provider && (external.length > 0 || invitation) && (
        <PlainForm action={actions.unlink} id={id} title={t('ssoUnlink')} />
      )}
    </section>
  )
}

function PlainForm({
  action,
  id,
  title,
  lead,
}: {
  action: FormAction
  id: string
  title: string
  lead?: string
}) {
  const { state, send, isSending, problem } = useFormAction(action)
  const t = useTranslations('protect')
  return (
    <FormCard
      title={title}
      lead={lead}
      action={send}
      submit={title}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('done')}
    >
      <input type="hidden" name="id" value={id} />
    </FormCard>
  )
}

function ExpectForm({ action, id }: { action: FormAction; id: string }) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('protect')
  return (
    <FormCard
      title={t('ssoExpect')}
      lead={t('ssoExpectLead')}
      action={send}
      submit={t('ssoExpect')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('done')}
    >
      <input type="hidden" name="id" value={id} />
      <NativeSelect
        label={t('ssoClaim')}
        {...field('claim', 'email')}
        data={claims.map((value) => ({ value, label: t(`ssoClaims.${value}`) }))}
      />
      <TextInput label={t('ssoValue')} required withAsterisk={false} {...field('value')} />
    </FormCard>
  )
}
