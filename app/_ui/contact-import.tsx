'use client'
// A spreadsheet becomes people: file, preview with the columns that were recognised, faults at their rows, and only then the
// import. The chosen file and columns stay in this page whatever the server says.
import { Alert, Button, Checkbox, FileInput, NativeSelect, SimpleGrid } from '@mantine/core'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { columnFields, type Mapping } from '#lib/contacts/contact-columns'
import type { ContactPreview } from '#lib/contacts/contact-preview'
import { showPhone } from '#lib/contacts/normalise-phone'
import { ConsentFields } from './consent-fields'
import { DataTable } from './data-table'
import type { FormState } from './form-state'
import style from './page.module.css'
import type { FormAction } from './use-form-action'

type Props = {
  action: FormAction<ContactPreview>
  list: string
  needsConsent: boolean
  /** To choose for rows without a unit; one for a commune officer. */
  units: { value: string; label: string }[]
}

export function ContactImport({ action, list, needsConsent, units }: Props) {
  const t = useTranslations('contactImport')
  const words = useTranslations('contacts')
  const language = useLocale()
  const [file, setFile] = useState<File | null>(null)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [unit, setUnit] = useState(units.length === 1 ? units[0]!.value : '')
  const [leavesOut, setLeavesOut] = useState(false)
  const [consent, setConsent] = useState({ consentText: '', consentOn: '' })
  const [preview, setPreview] = useState<ContactPreview | null>(null)
  const [failed, setFailed] = useState<Extract<FormState, { status: 'failed' }> | null>(null)
  const [isSending, start] = useTransition()
  const nameOf = new Map(units.map(({ value, label }) => [value, label]))
  const fieldLabel = (name: (typeof columnFields)[number]) => words(name === 'title' ? 'titleOf' : name)
  const faultOf = (name: string) => failed?.faults.find(({ question }) => question === name)?.[language]

  function ask(
    isTrial: boolean,
    columns: Mapping | null = mapping,
    chosen: File | null = file,
    place = unit,
  ) {
    if (!chosen) return
    const form = new FormData()
    form.set('list', list)
    form.set('file', chosen)
    form.set('unit', place)
    if (columns) form.set('mapping', JSON.stringify(columns))
    for (const [name, value] of Object.entries(consent)) form.set(name, value)
    form.set('leavesOut', leavesOut ? '1' : '')
    form.set('isTrial', isTrial ? '1' : '')
    start(async () => {
      const state = await action({ status: 'new' }, form)
      setFailed(state.status === 'failed' ? state : null)
      if (state.status !== 'done') return
      // another file with other columns: what was chosen for the old ones means nothing there
      if (isTrial && columns && preview && String(preview.columns) !== String(state.result.columns))
        return ask(true, null, chosen, place)
      setPreview(state.result)
      setMapping(state.result.mapping)
    })
  }

  function chooseFile(chosen: File | null) {
    setFile(chosen)
    setFailed(null)
    if (chosen) ask(true, mapping, chosen)
    else setPreview(null)
  }

  function chooseColumn(name: keyof Mapping, column: string) {
    const { [name]: _old, ...rest } = mapping ?? {}
    const next = column === '' ? rest : { ...rest, [name]: Number(column) }
    setMapping(next)
    ask(true, next)
  }

  if (preview?.stored != null)
    return (
      <div className={style.panel} role="status">
        <p>{t('stored', { count: preview.stored })}</p>
        <Link className="button" href={`/contacts/${list}`}>
          {t('seeList')}
        </Link>
      </div>
    )
  const general = failed?.faults.filter(({ question }) => !question.startsWith('consent')) ?? []
  return (
    <div className={style.sections}>
      <div className={style.panel}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <FileInput
            label={t('file')}
            description={t('fileNote')}
            accept=".xlsx,.csv,.tsv,text/csv"
            value={file}
            onChange={chooseFile}
          />
          <NativeSelect
            label={t('unit')}
            description=" "
            value={unit}
            data={units.length === 1 ? units : [{ value: '', label: t('noUnit') }, ...units]}
            onChange={(event) => {
              setUnit(event.currentTarget.value)
              ask(true, mapping, file, event.currentTarget.value)
            }}
          />
        </SimpleGrid>
        {isSending && !preview && <p role="status">…</p>}
      </div>
      {failed && (
        <Alert
          color="red.9"
          variant="outline"
          role="alert"
          title={general.length > 0 ? t('faults') : undefined}
        >
          {general.length === 0 ? (
            failed.sentence[language]
          ) : (
            <ul className={style.plain}>
              {general.map((fault) => (
                <li key={fault[language]}>{fault[language]}</li>
              ))}
            </ul>
          )}
        </Alert>
      )}
      {preview && (
        <>
          <section className={style.section} aria-labelledby="columns">
            <h2 id="columns">{t('columns')}</h2>
            <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }}>
              {columnFields.map((name) => (
                <NativeSelect
                  key={name}
                  label={fieldLabel(name)}
                  value={mapping?.[name] === undefined ? '' : String(mapping[name])}
                  data={[
                    { value: '', label: t('noColumn') },
                    ...preview.columns.map((label, at) => ({ value: String(at), label })),
                  ]}
                  onChange={(event) => chooseColumn(name, event.currentTarget.value)}
                />
              ))}
            </SimpleGrid>
          </section>
          <section className={style.section} aria-labelledby="result">
            <h2 id="result">{t('result')}</h2>
            <p role="status">
              <strong>
                {t('good', { count: preview.good })}, {t('faulty', { count: preview.faultyRows })}
              </strong>
            </p>
            {preview.faults.length > 0 && (
              <>
                <p className={style.soft}>{t('faultsLead')}</p>
                <DataTable
                  caption={t('faults')}
                  rows={preview.faults}
                  rowKey={({ row, field, vi }) => `${row} ${field} ${vi}`}
                  columns={[
                    { key: 'row', head: t('row'), cell: ({ row }) => row, isNumber: true },
                    {
                      key: 'what',
                      head: t('what'),
                      cell: (fault) =>
                        `${fault.field === 'row' ? '' : `${fieldLabel(fault.field)}: `}${fault[language]}`,
                    },
                  ]}
                />
              </>
            )}
            {preview.warnings.length > 0 && (
              <DataTable
                caption={t('warnings')}
                rows={preview.warnings}
                rowKey={({ row }) => String(row)}
                columns={[
                  { key: 'row', head: t('row'), cell: ({ row }) => row, isNumber: true },
                  { key: 'what', head: t('what'), cell: (fault) => fault[language] },
                ]}
              />
            )}
            {preview.rows.length > 0 && (
              <DataTable
                caption={t('sampleRows')}
                rows={preview.rows}
                rowKey={({ row }) => String(row)}
                columns={[
                  { key: 'name', head: words('name'), cell: ({ person }) => person.name },
                  { key: 'title', head: words('titleOf'), cell: ({ person }) => person.title },
                  { key: 'unit', head: words('unit'), cell: ({ unitId }) => nameOf.get(unitId) },
                  { key: 'email', head: words('email'), cell: ({ person }) => person.email },
                  { key: 'phone', head: words('phone'), cell: ({ person }) => showPhone(person.phone) },
                  { key: 'stratum', head: words('stratum'), cell: ({ stratum }) => stratum },
                ]}
              />
            )}
          </section>
          {needsConsent && (
            <div className={style.panel}>
              <ConsentFields
                text={{
                  value: consent.consentText,
                  error: faultOf('consentText'),
                  onChange: (event) => setConsent({ ...consent, consentText: event.currentTarget.value }),
                }}
                day={{
                  value: consent.consentOn,
                  error: faultOf('consentOn'),
                  onChange: (event) => setConsent({ ...consent, consentOn: event.currentTarget.value }),
                }}
              />
            </div>
          )}
          {preview.faultyRows > 0 && preview.good > 0 && (
            <Checkbox
              label={t('leavesOut')}
              checked={leavesOut}
              onChange={(event) => setLeavesOut(event.currentTarget.checked)}
            />
          )}
          <div>
            <Button
              onClick={() => ask(false)}
              loading={isSending}
              disabled={preview.good === 0 || (preview.faultyRows > 0 && !leavesOut)}
            >
              {t('store', { count: preview.good })}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
