'use client'
// Evidence files of a criterion or of an activity: to download, and to add or take out while that is still possible. Adding is a plain form
// with a file field, so it also works where scripts do not; a phone offers its camera by itself.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useActionState, useId, useState } from 'react'
import type { EvidenceFile } from '#lib/rounds/round-event'
import { newForm } from './form-state'
import style from './round-sheet.module.css'
import type { FormAction } from './use-form-action'

/** Without `remove` files can be added and no longer taken out. */
export type EvidenceActions = { attach: FormAction<EvidenceFile>; remove?: FormAction }
export type EvidenceLimits = { accept: string; size: number; count: number }

type Props = {
  /** Sent with every form: what the files belong to. */
  place: Record<string, string> & { unit: string }
  files: EvidenceFile[]
  actions: EvidenceActions | null
  limits: EvidenceLimits
}

export function EvidenceList({ place, files, actions, limits }: Props) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  if (files.length === 0 && !actions) return <p className={style.soft}>{t('noEvidence')}</p>
  return (
    <div className={style.evidence}>
      <span className={style.label}>{t('evidence')}</span>
      {files.length > 0 && (
        <ul className={style.files}>
          {files.map((file) => (
            <li key={file.id}>
              <a href={`/evidence/${place.unit}/${file.id}`} download>
                {file.name}
              </a>{' '}
              <span className={style.soft}>
                {t('megabytes', {
                  size: format.number(file.size / 1048576, {
                    maximumFractionDigits: 1,
                    minimumFractionDigits: 1,
                  }),
                })}
              </span>
              {actions?.remove && <RemoveForm place={place} file={file} remove={actions.remove} />}
            </li>
          ))}
        </ul>
      )}
      {actions && files.length < limits.count && (
        <AttachForm place={place} attach={actions.attach} limits={limits} />
      )}
    </div>
  )
}

type AttachProps = Pick<Props, 'place' | 'limits'> & { attach: EvidenceActions['attach'] }

function AttachForm({ place, attach, limits }: AttachProps) {
  const t = useTranslations('rounds')
  const language = useLocale()
  const id = useId()
  const [state, send, isSending] = useActionState(attach, newForm)
  const [tooLarge, setTooLarge] = useState(false)
  const problem = tooLarge
    ? t('tooLarge', { size: limits.size / 1048576 })
    : state.status === 'failed'
      ? state.sentence[language]
      : null
  return (
    <form action={send} className={style.attach}>
      <Hidden {...place} />
      <label htmlFor={`${id}-file`} className={style.pick}>
        {isSending ? t('uploading') : t('addFile')}
        <input
          id={`${id}-file`}
          type="file"
          name="file"
          required
          accept={limits.accept}
          disabled={isSending}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            setTooLarge(Boolean(file && file.size > limits.size))
            if (file && file.size <= limits.size) event.currentTarget.form?.requestSubmit()
          }}
        />
      </label>
      <noscript>
        <button type="submit">{t('upload')}</button>
      </noscript>
      {problem && (
        <p id={`${id}-problem`} role="alert" className={style.fault}>
          {problem}
        </p>
      )}
    </form>
  )
}

type RemoveProps = Pick<Props, 'place'> & { file: EvidenceFile; remove: FormAction }

function RemoveForm({ place, file, remove }: RemoveProps) {
  const t = useTranslations('rounds')
  const language = useLocale()
  const id = useId()
  const [state, send, isSending] = useActionState(remove, newForm)
  return (
    <details className={style.remove}>
      <summary>{t('remove')}</summary>
      <form action={send} className={style.edit}>
        <Hidden {...place} fileId={file.id} />
        <label className={style.field} htmlFor={`${id}-why`}>
          <span>{t('removeReason', { file: file.name })}</span>
          <input
            id={`${id}-why`}
            className={style.input}
            name="reason"
            required
            minLength={3}
            maxLength={300}
          />
        </label>
        <button type="submit" className={style.small} disabled={isSending}>
          {t('removeNow')}
        </button>
        {state.status === 'failed' && (
          <p role="alert" className={style.fault}>
            {state.sentence[language]}
          </p>
        )}
      </form>
    </details>
  )
}

function Hidden(fields: Record<string, string>) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
