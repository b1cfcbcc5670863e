// What a draw has taken from each stratum.
import { getTranslations } from 'next-intl/server'
import type { StratumDrawn } from '#lib/contacts/draw-sample'
import { DataTable } from '../../_ui/data-table'

type Props = { strata: StratumDrawn[]; units: Map<string, string>; hasClusters: boolean }

export async function StrataTable({ strata, units, hasClusters }: Props) {
  const t = await getTranslations('draws')
  const name = (stratum: string) => {
    const [unit = '', ...rest] = stratum.split(' / ')
    const label = units.get(unit)
    return label ? [label, ...rest].join(' / ') : stratum || t('whole')
  }
  return (
    <DataTable
      caption={t('byStratum')}
      rows={strata}
      rowKey={({ stratum }) => stratum}
      columns={[
        { key: 'stratum', head: t('stratum'), cell: ({ stratum }) => name(stratum) },
        { key: 'population', head: t('population'), cell: ({ population }) => population, isNumber: true },
        { key: 'drawn', head: t('drawn'), cell: ({ drawn }) => drawn, isNumber: true },
        ...(hasClusters
          ? [
              {
                key: 'clusters',
                head: t('clusters'),
                cell: (one: StratumDrawn) => `${one.clustersDrawn}/${one.clusters}`,
                isNumber: true,
              },
            ]
          : []),
        ...(strata.some(({ certain }) => certain > 0)
          ? [{ key: 'certain', head: t('certain'), cell: (one: StratumDrawn) => one.certain, isNumber: true }]
          : []),
      ]}
    />
  )
}
