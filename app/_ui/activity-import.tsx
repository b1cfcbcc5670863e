'use client'
// A spreadsheet becomes activities: file, preview with the columns that were recognised, faults at their rows, and only then
// the import.
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type ActivityColumn, activityFields } from '#lib/campaigns/activity-columns'
import type { ActivityPreview } from '#lib/campaigns/activity-preview'
import { inLanguage } from '#lib/surveys/local-text'
import { DataTable } from './data-table'
import { ImportColumns, ImportFinish, ImportRefusal, ImportResult, ImportSource } from './import-parts'
import style from './page.module.css'
import type { FormAction } from './use-form-action'
import { useImport } from './use-import'

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
  const from = useImport({ action, units })
  const { preview, failed } = from
  const nameOf = new Map(units.map(({ value, label }) => [value, label]))
  const channelOf = new Map(channels.map(({ code, name }) => [code, inLanguage(name, language)]))
  const labelOf = (column: ActivityColumn): string => {
    const measure = measures.find(({ code }) => column === `measure.${code}`)
    if (measure) return inLanguage(measure.name, language)
    return words(fieldWords[column as keyof typeof fieldWords])
  }

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
      <ImportSource
        from={from}
        words={{
          fileNote: words('importFileNote'),
          unit: words('importUnit'),
          noUnit: words('importNoUnit'),
        }}
      />
      {failed && <ImportRefusal faults={failed.faults} sentence={failed.sentence} />}
      {preview && (
        <>
          <section className={style.section} aria-labelledby="columns">
            <h2 id="columns">{t('columns')}</h2>
            <ImportColumns from={from} fields={activityFields} labelOf={labelOf} />
            <details>
              <summary>{words('moreColumns')}</summary>
              <ImportColumns
                from={from}
                fields={measures.map(({ code }) => `measure.${code}` as const)}
                labelOf={labelOf}
              />
            </details>
          </section>
          <ImportResult preview={preview} labelOf={labelOf}>
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
          </ImportResult>
          <ImportFinish from={from} preview={preview} label={words('store', { count: preview.good })} />
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
