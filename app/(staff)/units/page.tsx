// The units of every period, parents before children, and what became of each after a merger.
import { getLocale, getTranslations } from 'next-intl/server'
import { loadUnits } from '#lib/flows/load-units'
import { load } from '../../_server/load'
import { DataTable } from '../../_ui/data-table'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'
import { unitNames } from '../../_ui/unit-names'
import { UnitTree } from '../../_ui/unit-tree'

export async function generateMetadata() {
  return { title: (await getTranslations('units'))('title') }
}

export default async function UnitsPage() {
  const { units, lineage } = await load(loadUnits)
  const t = await getTranslations('units')
  const names = unitNames(units, await getLocale())
  const successors = [...new Set(lineage.map((line) => line.toId))]
  const origins = (toId: string) => lineage.filter((line) => line.toId === toId)
  const roots = units.filter((unit) => !unit.parentId)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        <section className={style.section} aria-labelledby="tree">
          <h2 id="tree">{t('tree')}</h2>
          <UnitTree units={units} roots={roots} />
        </section>
        <section className={style.section} aria-labelledby="lineage">
          <h2 id="lineage">{t('lineage')}</h2>
          <p className={style.soft}>{t('lineageLead')}</p>
          <DataTable
            caption={t('lineage')}
            isCaptionHidden
            rows={successors}
            rowKey={(toId) => toId}
            columns={[
              { key: 'to', head: t('new'), cell: (toId) => names.get(toId) },
              {
                key: 'from',
                head: t('old'),
                cell: (toId) => (
                  <ul className={style.plain}>
                    {origins(toId).map((line) => (
                      <li key={line.fromId}>
                        {names.get(line.fromId)} {line.isWhole ? '' : `· ${t('part')}`}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        </section>
      </div>
    </>
  )
}
