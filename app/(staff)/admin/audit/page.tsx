// Who did what, newest first.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { loadAuditLog } from '#lib/flows/load-audit-log'
import { loadUnits } from '#lib/flows/load-units'
import { load } from '../../../_server/load'
import { DataTable } from '../../../_ui/data-table'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { unitNames } from '../../../_ui/unit-names'

export async function generateMetadata() {
  return { title: (await getTranslations('audit'))('title') }
}

type Query = Record<'before' | 'action' | 'actor' | 'kind' | 'from' | 'until', string | undefined>

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { before, kind = '', ...words } = await searchParams
  const { action, actor = '', from = '', until = '' } = words
  const query = { action, actor, kind: kind as 'reads', from, until }
  const { lines, next, people } = await load((reader) => loadAuditLog(reader, { before, ...query }))
  const units = unitNames((await load(loadUnits)).units, await getLocale())
  const t = await getTranslations('audit')
  const format = await getFormatter()
  const nameOf = (name: string) =>
    t.has(`actions.${name as 'sign-in'}`) ? t(`actions.${name as 'sign-in'}`) : name
  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value)) as Record<
    string,
    string
  >
  const only = (name: string) => ({ pathname: '/admin/audit', query: { ...asked, action: name } })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        {action && (
          <p className={style.row}>
            {t('only', { action: nameOf(action) })} <Link href="/admin/audit">{t('all')}</Link>
          </p>
        )}
        <form className={style.row} method="get">
          {action && <input type="hidden" name="action" value={action} />}
          <label>
            {t('kind')}{' '}
            <select name="kind" defaultValue={kind}>
              <option value="">{t('kinds.all')}</option>
              <option value="reads">{t('kinds.reads')}</option>
              <option value="changes">{t('kinds.changes')}</option>
            </select>
          </label>
          <label>
            {t('who')}{' '}
            <select name="actor" defaultValue={actor}>
              <option value="">{t('anybody')}</option>
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('from')} <input type="date" name="from" defaultValue={from} />
          </label>
          <label>
            {t('until')} <input type="date" name="until" defaultValue={until} />
          </label>
          <button type="submit" className="button button-quiet">
            {t('filter')}
          </button>
          <a href={`/export/audit-log/csv?${new URLSearchParams(asked)}`}>{t('download')}</a>
        </form>
        <DataTable
          caption={t('title')}
          isCaptionHidden
          rows={lines}
          rowKey={(line) => line.id}
          columns={[
            {
              key: 'at',
              head: t('at'),
              cell: (line) => format.dateTime(line.at, { dateStyle: 'short', timeStyle: 'medium' }),
            },
            { key: 'actor', head: t('actor'), cell: (line) => line.actorName ?? t('nobody') },
            {
              key: 'action',
              head: t('action'),
              cell: (line) => (
                <>
                  <Link href={only(line.action)}>{nameOf(line.action)}</Link>
                  {line.isRead && ` (${t('read')})`}
                </>
              ),
            },
            { key: 'subject', head: t('subject'), cell: (line) => line.subject },
            {
              key: 'unit',
              head: t('unit'),
              cell: (line) => (line.unitId ? (units.get(line.unitId) ?? line.unitId) : ''),
            },
            { key: 'details', head: t('details'), cell: (line) => detailsOf(line.details) },
          ]}
        />
        {next && (
          <p>
            <Link
              className="button button-quiet"
              href={{ pathname: '/admin/audit', query: { ...asked, before: next } }}
            >
              {t('older')}
            </Link>
          </p>
        )}
      </div>
    </>
  )
}

function detailsOf(details: unknown) {
  const text = JSON.stringify(details)
  return text === '{}' ? '' : <code>{text}</code>
}
