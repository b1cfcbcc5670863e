'use client'
// Takes a file of unsent answers and says for each of them what has become of it. Receipts only, never an answer.
import { FileInput, Table } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import type { Sentence } from '#lib/problem'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Imported = {
  receipt: string
  wave: string
  outcome: 'stored' | 'stored-before' | 'refused'
  reason?: Sentence
}

export function ImportAnswersForm({ action }: { action: FormAction<Imported[]> }) {
  const { state, send, isSending, problem, field } = useFormAction<Imported[]>(action)
  const t = useTranslations('collect')
  const rows = state.status === 'done' ? state.result : null
  return (
    <>
      <FormCard
        title={t('import')}
        lead={t('importLead')}
        action={send}
        submit={t('send')}
        isSending={isSending}
        problem={problem}
        done={rows && t('imported', { count: rows.length })}
      >
        <FileInput
          label={t('file')}
          name="file"
          accept=".json,application/json"
          required
          withAsterisk={false}
          error={field('file').error}
        />
      </FormCard>
      {rows && rows.length > 0 && <ImportedTable rows={rows} />}
    </>
  )
}

function ImportedTable({ rows }: { rows: Imported[] }) {
  const t = useTranslations('collect')
  const language = useLocale() === 'en' ? 'en' : 'vi'
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('receipt')}</Table.Th>
          <Table.Th>{t('wave')}</Table.Th>
          <Table.Th>{t('outcome')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ receipt, wave, outcome, reason }) => (
          <Table.Tr key={receipt}>
            <Table.Td>{receipt}</Table.Td>
            <Table.Td>{wave}</Table.Td>
            <Table.Td>
              {t(`outcomes.${outcome}`)} {reason?.[language]}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
