'use client'
// A spreadsheet becomes activities: file, preview with the columns that were recognised, faults at their rows, and only then
// the import. The chosen file and columns stay in this page whatever the server says.
import { Alert, Button, Checkbox, FileInput, NativeSelect, SimpleGrid } from '@mantine/core'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { type ActivityColumn, type ActivityMapping, activityFields } from '#lib/campaigns/activity-columns'
import type { ActivityPreview } from '#lib/campaigns/activity-preview'
import { inLanguage } from '#lib/surveys/local-text'
import { DataTable } from './data-table'
import type { FormState } from './form-state'
import style from './page.module.css'
import type { FormAction } from './use-form-action'

type Name = { code: string; name: { vi: string; en: string } }
type Props = {
  action: FormAction<ActivityPreview>
  units: { value: string; label: string }[]
  channels: Name[]
  measures: Name[]
}

export function ActivityImport({ action, units, channels, measures }: Props) {
  const t = useTranslations('contactImport')
  const words = useTranslations('activities')
  const language = useLocale()
  const [file, setFile] = useState<File | null>(null)
  const [mapping, setMapping] = useState<ActivityMapping | null>(null)
  const [unit, setUnit] = useState(units.length === 1 ? units[0]!.value : '')
  const [leavesOut, setLeavesOut] = useState(false)
  const [preview, setPreview] = useState<ActivityPreview | null>(null)
  const [failed, setFailed] = useState<Extract<FormState, { status: 'failed' }> | null>(null)
  const [isSending, start] = useTransition()
  const nameOf = new Map(units.map(({ value, label }) => [value, label]))
  const channelOf = new Map(channels.map(({ code, name }) => [code, inLanguage(name, language)]))
  const labelOf = (column: ActivityColumn): string => {
    const measure = measures.find(({ code }) => column === `measure.${code}`)
    if (measure) return inLanguage(measure.name, language)
    return words(fieldWords[column as keyof typeof fieldWords])
  }

  function ask(isTrial: boolean, columns = mapping, chosen = file, place = unit) {
    if (!chosen) return
    const form = new FormData()
    form.set('file', chosen)
    form.set('unit', place)
    if (columns) form.set('mapping', JSON.stringify(columns))
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

  function chooseColumn(column: ActivityColumn, at: string) {
    const { [column]: _old, ...rest } = mapping ?? {}
    const next = at === '' ? rest : { ...rest, [column]: Number(at) }
    setMapping(next)
    ask(true, next)
  }

  const columnChoices = (columns: readonly ActivityColumn[]) => (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }}>
      {columns.map((column) => (
        <NativeSelect
          key={column}
          label={labelOf(column)}
          value={mapping?.[column] === undefined ? '' : String(mapping[column])}
          data={[
            { value: '', label: t('noColumn') },
            ...(preview?.columns ?? []).map((label, at) => ({ value: String(at), label })),
          ]}
          onChange={(event) => chooseColumn(column, event.currentTarget.value)}
        />
      ))}
    </SimpleGrid>
  )

  if (preview?.stored != null)
    return (
      <div className={style.panel} role="status">
        <p>{words('stored', { count: preview.stored })}</p>
        <Link className="button" href="/activities">
          {words('seeList')}
        </Link>
      </div>
    )
  return (
    <div className={style.sections}>
      <div className={style.panel}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <FileInput
            label={t('file')}
            description={words('importFileNote')}
            accept=".xlsx,.csv,.tsv,text/csv"
            value={file}
            onChange={chooseFile}
          />
          <NativeSelect
            label={words('importUnit')}
            description=" "
            value={unit}
            data={units.length === 1 ? units : [{ value: '', label: words('importNoUnit') }, ...units]}
            onChange={(event) => {
              setUnit(event.currentTarget.value)
              ask(true, mapping, file, event.currentTarget.value)
            }}
          />
        </SimpleGrid>
        {isSending && !preview && <p role="status">…</p>}
      </div>
      {failed && (
        <Alert color="red.9" variant="outline" role="alert" title={t('faults')}>
          <ul className={style.plain}>
            {(failed.faults.length > 0 ? failed.faults : [failed.sentence]).map((fault) => (
              <li key={fault[language]}>{fault[language]}</li>
            ))}
          </ul>
        </Alert>
      )}
      {preview && (
        <>
          <section className={style.section} aria-labelledby="columns">
            <h2 id="columns">{t('columns')}</h2>
            {columnChoices(activityFields)}
            <details>
              <summary>{words('moreColumns')}</summary>
              {columnChoices(measures.map(({ code }) => `measure.${code}` as const))}
            </details>
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
                        `${fault.field === 'row' ? '' : `${labelOf(fault.field)}: `}${fault[language]}`,
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
                  { key: 'channel', head: words('channel'), cell: ({ channel }) => channelOf.get(channel) },
                  { key: 'title', head: words('name'), cell: ({ title }) => title },
                  { key: 'unit', head: words('unit'), cell: ({ unitId }) => nameOf.get(unitId) },
                  {
                    key: 'days',
                    head: words('days'),
                    cell: ({ startsOn, endsOn }) => `${startsOn} – ${endsOn}`,
                  },
                  {
                    key: 'amount',
                    head: words('amount'),
                    cell: ({ amounts }) => Object.values(amounts).join(' × '),
                    isNumber: true,
                  },
                  { key: 'cost', head: words('costField'), cell: ({ cost }) => cost, isNumber: true },
                ]}
              />
            )}
          </section>
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
              {words('store', { count: preview.good })}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

const fieldWords = {
  unit: 'unit',
  channel: 'channel',
  title: 'name',
  areas: 'area',
  targetGroups: 'targetGroups',
  village: 'villageField',
  startsOn: 'startsOn',
  endsOn: 'endsOn',
  amount: 'amountColumn',
  cost: 'costField',
  planItem: 'planItem',
  link: 'link',
  note: 'note',
} as const
