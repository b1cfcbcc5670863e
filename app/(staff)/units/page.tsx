// What each unit was made of and what became of it, with the rule by which figures from before and after are compared; then
// the units of every period, parents before children.
import { getLocale, getTranslations } from 'next-intl/server'
import { loadUnits } from '#lib/flows/load-units'
import { continuityWords } from '#lib/lineage/continuity-words'
import { tellNamesApart } from '#lib/lineage/tell-names-apart'
import type { TurningPoint } from '#lib/lineage/turning-points'
import { load } from '../../_server/load'
import { type Column, DataTable } from '../../_ui/data-table'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'
import { unitNames } from '../../_ui/unit-names'
import { UnitTree } from '../../_ui/unit-tree'

export async function generateMetadata() {
  return { title: (await getTranslations('units'))('title') }
}

export default async function UnitsPage() {
  const { units, past, future } = await load(loadUnits)
  const t = await getTranslations('units')
  const language = await getLocale()
  const labels = unitNames(units, language)
  const apart = new Map(tellNamesApart(units).map((unit) => [unit.id, unit]))
  const words = ({ continuity }: TurningPoint) =>
    continuityWords(continuity, (id) => apart.get(id)!)[language]
  const roots = units.filter((unit) => !unit.parentId)
  const name: Column<TurningPoint> = { key: 'unit', head: t('unit'), cell: ({ unit }) => labels.get(unit) }
  const rule: Column<TurningPoint> = { key: 'rule', head: t('rule'), cell: words }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        <section className={style.section} aria-labelledby="past">
          <h2 id="past">{t('past')}</h2>
          <p className={style.soft}>{t('pastLead')}</p>
          <DataTable
            caption={t('past')}
            isCaptionHidden
            rows={past}
            rowKey={({ unit }) => unit}
            columns={[name, { key: 'from', head: t('madeOf'), cell: madeOf }, rule]}
          />
        </section>
        <section className={style.section} aria-labelledby="future">
          <h2 id="future">{t('future')}</h2>
          <DataTable
            caption={t('future')}
            isCaptionHidden
            rows={future}
            rowKey={({ unit }) => unit}
            columns={[name, rule]}
          />
        </section>
        <section className={style.section} aria-labelledby="tree">
          <h2 id="tree">{t('tree')}</h2>
          <UnitTree units={units} roots={roots} />
        </section>
      </div>
    </>
  )

  /** "Thành lập 1/7/2025 từ …", whole units first. */
  function madeOf({ unit, continuity }: TurningPoint) {
    const { validFrom } = units.find(({ id }) => id === unit)!
    const day = validFrom.toLocaleDateString(language === 'en' ? 'en-GB' : 'vi-VN', { timeZone: 'UTC' })
    const named = (id: string) => (language === 'en' ? apart.get(id)!.nameEn : apart.get(id)!.name)
    return (
      <>
        {t('begun', { day })}
        <ul className={style.plain}>
          {continuity.units.map((id) => (
            <li key={id}>{named(id)}</li>
          ))}
          {continuity.parts.map((id) => (
            <li key={id}>
              {named(id)} · {t('part')}
            </li>
          ))}
        </ul>
      </>
    )
  }
}
