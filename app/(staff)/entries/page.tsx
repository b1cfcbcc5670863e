// Figures that officers enter for an index: choose index, unit and year, then the sheet, then what was changed when.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { listEntrySheets } from '#lib/flows/list-entry-sheets'
import { loadEntries } from '#lib/flows/load-entries'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { DataTable } from '../../_ui/data-table'
import { EmptyState } from '../../_ui/empty-state'
import { EntryForm } from '../../_ui/entry-form'
import { EntryPicker } from '../../_ui/entry-picker'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'
import { unitName } from '../../_ui/unit-names'
import { saveEntriesAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('entries'))('title') }
}

type Query = { index?: string; unit?: string; year?: string }

export default async function EntriesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const t = await getTranslations('entries')
  const language = await getLocale()
  const { indexes, units } = await load(listEntrySheets)
  const index = indexes.find((one) => `${one.slug}.v${one.version}` === query.index) ?? indexes[0]
  const unitId = query.unit ?? units[0]?.id
  if (!index || !unitId) return <EmptyState title={t('nothing')}>{t('nothingLead')}</EmptyState>
  const year = Number(query.year) || lastYearOf(units.find((unit) => unit.id === unitId))
  const place = { slug: index.slug, version: index.version, unitId, year }
  const sheet = await load((actor) => loadEntries(actor, place))
  const format = await getFormatter()
  const name = (code: string) => {
    const criterion = sheet.criteria.find((one) => one.code === code)
    return criterion ? inLanguage(criterion.name, language) : code
  }
  const figure = (value: number | null) => (value === null ? t('none') : format.number(value))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        <EntryPicker
          indexes={indexes.map((one) => ({
            value: `${one.slug}.v${one.version}`,
            label: `${inLanguage(one.title, language)} (v${one.version})`,
          }))}
          units={units.map((unit) => ({ value: unit.id, label: unitName(unit, language) }))}
          chosen={{ index: `${index.slug}.v${index.version}`, unit: unitId, year: String(year) }}
        />
        <EntryForm
          key={JSON.stringify(place)}
          action={saveEntriesAction}
          place={place}
          criteria={sheet.criteria}
          isReadOnly={!isAllowed(await getActor(), 'entries.write', unitId)}
        />
        <section className={style.section} aria-labelledby="history">
          <h2 id="history">{t('history')}</h2>
          <DataTable
            caption={t('history')}
            isCaptionHidden
            rows={sheet.history}
            rowKey={(change) => `${change.at.toISOString()} ${change.criterion}`}
            empty={t('noHistory')}
            columns={[
              {
                key: 'at',
                head: t('at'),
                cell: (change) => format.dateTime(change.at, { dateStyle: 'short', timeStyle: 'short' }),
              },
              { key: 'by', head: t('by'), cell: (change) => change.by },
              { key: 'criterion', head: t('criterion'), cell: (change) => name(change.criterion) },
              { key: 'from', head: t('from'), isNumber: true, cell: (change) => figure(change.from) },
              { key: 'to', head: t('to'), isNumber: true, cell: (change) => figure(change.to) },
              { key: 'note', head: t('note'), cell: (change) => change.note },
            ]}
          />
        </section>
      </div>
    </>
  )
}

/** The year to start with: this one, or the last in which the unit was there. */
function lastYearOf(unit: { validTo: Date | null } | undefined): number {
  return Math.min(new Date().getFullYear(), unit?.validTo?.getUTCFullYear() ?? Number.POSITIVE_INFINITY)
}
