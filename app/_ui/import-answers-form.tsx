'use client'
// Takes a file of unsent answers and says how many were stored and which were not, and why. Receipts only, never an answer.
import { FileInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import type { Sentence } from '#lib/problem'
import { DataTable } from './data-table'
import { FormCard } from './form-card'
import type { Language } from './language'
import { type FormAction, useFormAction } from './use-form-action'

type Imported = { receipt: string; outcome: 'stored' | 'stored-before' | 'refused'; reason?: Sentence }
type Props = {
  action: FormAction<Imported[]>
  wave: string
  /** Until when the wave takes answers. */
  grace: string
}

export function ImportAnswersForm({ action, wave, grace }: Props) {
  const { state, send, isSending, problem, field } = useFormAction<Imported[]>(action)
  const t = useTranslations('collect')
  const language = useLocale() as Language
  const rows = state.status === 'done' ? state.result : null
  const refused = rows?.filter(({ outcome }) => outcome === 'refused') ?? []
  const count = (outcome: Imported['outcome']) => rows?.filter((row) => row.outcome === outcome).length ?? 0
  return (
    <>
      <FormCard
        title={t('import')}
        lead={
          <>
            {t('importLead')} {grace}
          </>
        }
        action={send}
        submit={t('send')}
        isSending={isSending}
        problem={problem}
        done={
          rows &&
          t('imported', {
            count: rows.length,
            stored: count('stored'),
            before: count('stored-before'),
            refused: refused.length,
          })
        }
      >
        <input type="hidden" name="wave" value={wave} />
        <FileInput
          label={t('file')}
          name="file"
          accept=".json,application/json"
          placeholder={t('chooseFile')}
          error={field('file').error}
        />
      </FormCard>
      {refused.length > 0 && (
        <section aria-labelledby="refused">
          <h2 id="refused">{t('refused')}</h2>
          <p>{t('refusedNote')}</p>
          <DataTable
            caption={t('refused')}
            isCaptionHidden
            rows={refused}
            rowKey={({ receipt }) => receipt}
            columns={[
              { key: 'receipt', head: t('receipt'), cell: ({ receipt }) => <code>{receipt}</code> },
              { key: 'why', head: t('why'), cell: ({ reason }) => reason?.[language] },
            ]}
          />
        </section>
      )}
    </>
  )
}
