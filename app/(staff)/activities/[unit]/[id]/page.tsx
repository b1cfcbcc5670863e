// One activity: what is known of it, its evidence, how it came to be so, and the way to correct or withdraw it.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { loadActivity } from '#lib/flows/load-activity'
import { evidenceExtensions, evidenceSizeLimit } from '#lib/imports/sniff-evidence'
import { evidenceLimit } from '#lib/rounds/refusal'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../../_server/load'
import { ActivityForm } from '../../../../_ui/activity-form'
import { DataTable } from '../../../../_ui/data-table'
import { EvidenceList } from '../../../../_ui/evidence-list'
import page from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { unitName } from '../../../../_ui/unit-names'
import { WithdrawActivity } from '../../../../_ui/withdraw-activity'
import {
  attachActivityFileAction,
  correctActivityAction,
  removeActivityFileAction,
  withdrawActivityAction,
} from '../../actions'
import style from '../../activities.module.css'
import { amountWords, askedIn, dayWords } from '../../activity-views'

type Props = {
  params: Promise<{ unit: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  return { title: (await getTranslations('activities'))('activity') }
}

const limits = { accept: evidenceExtensions.join(','), size: evidenceSizeLimit, count: evidenceLimit }

export default async function ActivityPage({ params, searchParams }: Props) {
  const place = await params
  const { done } = askedIn(await searchParams)
  const { activity, versions, files, unit, book, mayWrite, isReported } = await load((actor) =>
    loadActivity(actor, place),
  )
  const [t, language, format] = await Promise.all([
    getTranslations('activities'),
    getLocale(),
    getFormatter(),
  ])
  const vocabulary = { vocabulary: book }
  const named = (all: { code: string; name: { vi: string; en: string } }[], code: string) => {
    const found = all.find((one) => one.code === code)
    return found ? inLanguage(found.name, language) : code
  }
  const money = (cost: number) => (cost === 0 ? t('noCost') : t('money', { money: format.number(cost) }))
  const item = book.planItems.find(
    ({ code, year }) => code === activity.planItem && activity.endsOn.startsWith(String(year)),
  )
  const facts: [string, React.ReactNode][] = [
    [t('channel'), named(book.channels, activity.channel)],
    [t('amount'), amountWords(activity, vocabulary, language)],
    [t('area'), activity.areas.map((code) => named(book.areas, code)).join('; ')],
    [t('days'), dayWords(activity)],
    [t('village'), activity.village || unitName(unit, language)],
    [t('targetGroup'), activity.targetGroups.map((code) => named(book.targetGroups, code)).join('; ')],
    [t('cost'), money(activity.cost)],
    [t('planItem'), activity.planItem && (item?.title || activity.planItem)],
    [
      t('link'),
      activity.link && (
        <a href={activity.link} rel="noreferrer" target="_blank">
          {activity.link}
        </a>
      ),
    ],
    [t('note'), activity.note],
  ]
  const held = files.filter(({ isThere }) => isThere)
  const gone = files.filter(({ isThere }) => !isThere)
  return (
    <>
      <PageHeader
        title={activity.title || named(book.channels, activity.channel)}
        lead={unitName(unit, language)}
        actions={<Link href="/activities">{t('seeList')}</Link>}
      />
      <div className={page.sections}>
        {(done === 'recorded' || done === 'corrected') && (
          <div className={style.done} role="status">
            <strong>{t(done)}</strong>
            {mayWrite && (
              <Link className="button" href={`/activities/new?unit=${place.unit}`}>
                {t('recordAnother')}
              </Link>
            )}
          </div>
        )}
        {activity.isWithdrawn && <p className={page.unofficial}>{t('isWithdrawn')}</p>}
        <div className={style.columns}>
          <section className={page.section} aria-labelledby="facts">
            <h2 id="facts">{t('facts')}</h2>
            <dl className={page.facts}>
              {facts
                .filter(([, value]) => value)
                .map(([label, value]) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
            </dl>
          </section>
          <section className={page.section} aria-labelledby="evidence">
            <h2 id="evidence">{t('evidence')}</h2>
            {held.length === 0 && !mayWrite ? (
              <p className={page.soft}>{t('noFiles')}</p>
            ) : (
              <EvidenceList
                place={place}
                files={held}
                actions={
                  mayWrite
                    ? {
                        attach: attachActivityFileAction,
                        ...(isReported ? {} : { remove: removeActivityFileAction }),
                      }
                    : null
                }
                limits={limits}
              />
            )}
            {gone.length > 0 && (
              <p className={page.small}>
                {t('filesGone', { names: gone.map(({ name }) => name).join(', ') })}
              </p>
            )}
            {mayWrite && <p className={page.small}>{t(isReported ? 'filesReported' : 'filesRule')}</p>}
          </section>
        </div>
        {mayWrite && !activity.isWithdrawn && (
          <details className={style.fold}>
            <summary>{t('correct')}</summary>
            <p className={page.soft}>{t('correctLead')}</p>
            <ActivityForm
              key={activity.version}
              action={correctActivityAction}
              place={place}
              book={book}
              start={activity}
              accept={limits.accept}
              seen={activity.version}
            />
          </details>
        )}
        {mayWrite && (
          <WithdrawActivity
            key={`withdraw ${activity.version}`}
            action={withdrawActivityAction}
            place={place}
            seen={activity.version}
            isWithdrawn={activity.isWithdrawn}
          />
        )}
        <section className={page.section} aria-labelledby="history">
          <h2 id="history">{t('history')}</h2>
          <DataTable
            caption={t('historyLead')}
            rows={versions}
            rowKey={({ version }) => String(version)}
            columns={[
              { key: 'version', head: t('version'), isNumber: true, cell: ({ version }) => version },
              {
                key: 'reason',
                head: t('reason'),
                cell: ({ version, reason, source, isWithdrawn }) => (
                  <>
                    {version === 1 ? t(source === 'import' ? 'imported' : 'first') : reason}
                    {isWithdrawn && <span className={style.withdrawn}>{t('withdrawn')}</span>}
                  </>
                ),
              },
              { key: 'days', head: t('days'), cell: dayWords },
              {
                key: 'amount',
                head: t('amount'),
                cell: (one) =>
                  `${named(book.channels, one.channel)}: ${amountWords(one, vocabulary, language)}`,
              },
              { key: 'cost', head: t('cost'), isNumber: true, cell: ({ cost }) => money(cost) },
              {
                key: 'by',
                head: t('by'),
                cell: ({ recordedByName, recordedAt }) => (
                  <>
                    {recordedByName}
                    <span className={style.under}>
                      {format.dateTime(recordedAt, { dateStyle: 'short', timeStyle: 'short' })}
                    </span>
                  </>
                ),
              },
            ]}
          />
        </section>
      </div>
    </>
  )
}
