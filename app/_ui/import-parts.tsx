'use client'
// The parts of a page that brings a spreadsheet in: where it comes from, which column holds what, what is wrong at which row,
// and the button that stores it.
import { Alert, Button, Checkbox, FileInput, NativeSelect, SimpleGrid } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ImportPreview } from '#lib/imports/import-preview'
import type { Fault, Sentence } from '#lib/problem'
import { DataTable } from './data-table'
import style from './page.module.css'
import type { Import } from './use-import'

type SourceProps<Field extends string, Row> = {
  from: Import<Field, Row>
  words: { fileNote: string; unit: string; noUnit: string }
}

/** The file, and the unit of rows that name none. */
export function ImportSource<Field extends string, Row>({ from, words }: SourceProps<Field, Row>) {
  const t = useTranslations('contactImport')
  const { units } = from
  return (
    <div className={style.panel}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <FileInput
          label={t('file')}
          description={words.fileNote}
          accept=".xlsx,.csv,.tsv,text/csv"
          value={from.file}
          onChange={from.chooseFile}
        />
        <NativeSelect
          label={words.unit}
          description=" "
          value={from.unit}
          data={units.length === 1 ? [...units] : [{ value: '', label: words.noUnit }, ...units]}
          onChange={(event) => from.chooseUnit(event.currentTarget.value)}
        />
      </SimpleGrid>
      {from.isSending && !from.preview && <p role="status">…</p>}
    </div>
  )
}

/** Why nothing was stored; the sentence alone where every fault stands at its own field. */
export function ImportRefusal({ faults, sentence }: { faults: readonly Fault[]; sentence: Sentence }) {
  const t = useTranslations('contactImport')
  const language = useLocale()
  return (
    <Alert color="red.9" variant="outline" role="alert" title={faults.length > 0 ? t('faults') : undefined}>
      {faults.length === 0 ? (
        sentence[language]
      ) : (
        <ul className={style.plain}>
          {faults.map((fault) => (
            <li key={fault[language]}>{fault[language]}</li>
          ))}
        </ul>
      )}
    </Alert>
  )
}

type ColumnProps<Field extends string, Row> = {
  from: Import<Field, Row>
  fields: readonly Field[]
  labelOf: (field: Field) => string
}

/** A choice of the table's columns for each field. */
export function ImportColumns<Field extends string, Row>({ from, fields, labelOf }: ColumnProps<Field, Row>) {
  const t = useTranslations('contactImport')
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }}>
      {fields.map((field) => (
        <NativeSelect
          key={field}
          label={labelOf(field)}
          value={String(from.mapping?.[field] ?? '')}
          data={[
            { value: '', label: t('noColumn') },
            ...(from.preview?.columns ?? []).map((label, at) => ({ value: String(at), label })),
          ]}
          onChange={(event) => from.chooseColumn(field, event.currentTarget.value)}
        />
      ))}
    </SimpleGrid>
  )
}

type ResultProps<Field extends string, Row> = {
  preview: ImportPreview<Field, Row>
  labelOf: (field: Field) => string
  /** The table of the first good rows. */
  children: ReactNode
}

/** How many rows are good, what is wrong or odd and where, and the first good rows. */
export function ImportResult<Field extends string, Row>({
  preview,
  labelOf,
  children,
}: ResultProps<Field, Row>) {
  const t = useTranslations('contactImport')
  const language = useLocale()
  const { faults, warnings } = preview
  const place = { key: 'row', head: t('row'), cell: ({ row }: { row: number }) => row, isNumber: true }
  return (
    <section className={style.section} aria-labelledby="result">
      <h2 id="result">{t('result')}</h2>
      <p role="status">
        <strong>
          {t('good', { count: preview.good })}, {t('faulty', { count: preview.faultyRows })}
        </strong>
      </p>
      {faults.length > 0 && (
        <>
          <p className={style.soft}>{t('faultsLead')}</p>
          <DataTable
            caption={t('faults')}
            rows={faults}
            rowKey={({ row, field, vi }) => `${row} ${field} ${vi}`}
            columns={[
              place,
              {
                key: 'what',
                head: t('what'),
                cell: (fault) =>
                  `${fault.field === 'row' ? '' : `${labelOf(fault.field)}: `}${fault[language]}`,
              },
            ]}
          />
        </>
      )}
      {warnings.length > 0 && (
        <DataTable
          caption={t('warnings')}
          rows={warnings}
          rowKey={({ row }) => String(row)}
          columns={[place, { key: 'what', head: t('what'), cell: (fault) => fault[language] }]}
        />
      )}
      {children}
    </section>
  )
}

type FinishProps<Field extends string, Row> = {
  from: Import<Field, Row>
  preview: ImportPreview<Field, Row>
  label: string
}

/** Stores the good rows; where some are faulty, only when the officer says that these are to be left out. */
export function ImportFinish<Field extends string, Row>({ from, preview, label }: FinishProps<Field, Row>) {
  const t = useTranslations('contactImport')
  const { good, faultyRows } = preview
  return (
    <>
      {faultyRows > 0 && good > 0 && (
        <Checkbox
          label={t('leavesOut')}
          checked={from.leavesOut}
          onChange={(event) => from.setLeavesOut(event.currentTarget.checked)}
        />
      )}
      <div>
        <Button
          onClick={from.store}
          loading={from.isSending}
          disabled={good === 0 || (faultyRows > 0 && !from.leavesOut)}
        >
          {label}
        </Button>
      </div>
    </>
  )
}
