'use client'
// The words of a kind of message in both languages, and how the saved ones read.
import { Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import style from './page.module.css'
import { type FormAction, useFormAction } from './use-form-action'

type Words = { subject: string; body: string }
type Props = {
  action: FormAction
  words: {
    wave: string
    kind: string
    channel: string
    isWritten: boolean
    texts: { vi: Words; en: Words }
    preview: { vi: Words; en: Words }
  }
}

const placeholders = '{title} {name} {unit} {wave} {closes} {link} {code}'

export function MessageWordsForm({ action, words }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('invitations')
  const { wave, kind, channel, texts, preview, isWritten } = words
  const hasSubject = channel !== 'text'
  return (
    <>
      <FormCard
        title={t(isWritten ? 'isWritten' : 'isDefault')}
        lead={t('wordsLead', { list: placeholders })}
        action={send}
        submit={t('saveWords')}
        isSending={isSending}
        problem={problem}
        done={state.status === 'done' && t('wordsSaved')}
      >
        <input type="hidden" name="wave" value={wave} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="channel" value={channel} />
        {hasSubject && <TextInput label={t('subjectVi')} {...field('vi.subject', texts.vi.subject)} />}
        <Textarea label={t('bodyVi')} autosize minRows={4} {...field('vi.body', texts.vi.body)} />
        {hasSubject && <TextInput label={t('subjectEn')} {...field('en.subject', texts.en.subject)} />}
        <Textarea label={t('bodyEn')} autosize minRows={4} {...field('en.body', texts.en.body)} />
      </FormCard>
      <details className={style.panel}>
        <summary>{t('preview')}</summary>
        {(['vi', 'en'] as const).map((language) => (
          <div key={language} lang={language}>
            {hasSubject && <h3>{preview[language].subject}</h3>}
            <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{preview[language].body}</p>
          </div>
        ))}
      </details>
    </>
  )
}
