// The drawn villages of a sampled wave.
import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from './data-table'
import style from './page.module.css'

type Village = { code: string; name: string; stratum: string; weight: number }

export function VillageTable({ units }: { units: { id: string; label: string; villages: Village[] }[] }) {
  const t = useTranslations('waves')
  const format = useFormatter()
  const rows = units.flatMap((unit) => unit.villages.map((village) => ({ ...village, unit })))
  return (
    <section className={style.section} aria-labelledby="villages">
      <h2 id="villages">{t('villages')}</h2>
      <DataTable
        caption={t('villages')}
        isCaptionHidden
        rows={rows}
        rowKey={(row) => `${row.unit.id} ${row.code}`}
        columns={[
          { key: 'village', head: t('village'), cell: (row) => `${row.name} (${row.code})` },
          { key: 'unit', head: t('unit'), cell: (row) => row.unit.label },
          { key: 'stratum', head: t('stratum'), cell: (row) => row.stratum || '–' },
          { key: 'weight', head: t('weight'), isNumber: true, cell: (row) => format.number(row.weight) },
        ]}
      />
    </section>
  )
}
