// The batches of visit codes of a wave. Counts that can still grow are shown as ranges: lib/visit-rates says why.
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { collectorLabels, placeLabels } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'
import type { VisitBatch } from '#lib/visit-batch'
import { countWords } from './count-words'
import { DataTable } from './data-table'

type Props = {
  batches: VisitBatch[]
  /** Names by id. */
  units: Map<string, string>
  wave: string
  /** Whether the reader may report figures and take batches back. */
  canOpen: boolean
}

export function VisitBatchTable({ batches, units, wave, canOpen }: Props) {
  const t = useTranslations('codes')
  const format = useFormatter()
  const language = useLocale()
  const share = (value: number | null) => (value === null ? '–' : format.number(value, { style: 'percent' }))
  const day = (text: string) => format.dateTime(new Date(text), { dateStyle: 'short', timeZone: 'UTC' })
  const label = (batch: VisitBatch) => batch.label || t('unnamed')
  return (
    <DataTable
      caption={t('batches')}
      empty={t('none')}
      rows={batches}
      rowKey={(batch) => batch.id}
      columns={[
        {
          key: 'label',
          head: t('label'),
          cell: (batch) =>
            canOpen ? (
              <Link href={`/waves/${wave}/codes?batch=${batch.id}#batch`}>{label(batch)}</Link>
            ) : (
              label(batch)
            ),
        },
        { key: 'unit', head: t('unit'), cell: (batch) => units.get(batch.unitId) ?? batch.unitId },
        {
          key: 'place',
          head: t('place'),
          cell: ({ place, collector }) =>
            `${inLanguage(placeLabels[place as 'desk'], language)} · ${inLanguage(collectorLabels[collector as 'other'], language)}`,
        },
        {
          key: 'days',
          head: t('days'),
          cell: (batch) => `${day(batch.validFrom)} – ${day(batch.validTo)}`,
        },
        { key: 'state', head: t('state'), cell: ({ state }) => t(`states.${state}`) },
        { key: 'printed', head: t('printed'), isNumber: true, cell: ({ printed }) => format.number(printed) },
        { key: 'used', head: t('used'), isNumber: true, cell: ({ used }) => countWords(format, used) },
        { key: 'left', head: t('left'), isNumber: true, cell: ({ left }) => countWords(format, left) },
        {
          key: 'shareOfVisits',
          head: t('shareOfVisits'),
          isNumber: true,
          cell: (batch) => (batch.isContradictory ? t('contradictory') : share(batch.shareOfVisits)),
        },
      ]}
    />
  )
}
