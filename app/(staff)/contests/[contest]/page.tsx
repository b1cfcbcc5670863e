// One contest: who has taken part, how the answers turned out (which measures nothing), the draw and its winning numbers.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { answerLink } from '#lib/answer-link'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { type LoadedContest, loadContest } from '#lib/flows/load-contest'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { publicOrigin } from '../../../_server/public-origin'
import { getActor } from '../../../_server/session'
import { ContestBadge } from '../../../_ui/contest-badge'
import { DrawPrizesForm, EraseEntryForm } from '../../../_ui/contest-officer-forms'
import { CopyLink } from '../../../_ui/copy-link'
import { countWords } from '../../../_ui/count-words'
import { DataTable } from '../../../_ui/data-table'
import { EndWaveForm } from '../../../_ui/end-wave-form'
import { FactList } from '../../../_ui/fact-list'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { PrizeDraw } from '../../../_ui/prize-draw'
import { StatLine } from '../../../_ui/stat-line'
import { drawPrizesAction, endContestAction, eraseEntryAction } from '../actions'
import { ContestFigures } from '../contest-figures'

type Props = { params: Promise<{ contest: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: (await params).contest }
}

export default async function ContestPage({ params }: Props) {
  const { contest: id } = await params
  const contest = await load((actor) => loadContest(actor, { id }))
  const actor = await getActor()
  const mayWrite = isAllowed(actor, 'contests.write')
  const [t, language, format] = await Promise.all([getTranslations('contests'), getLocale(), getFormatter()])
  const origin = await publicOrigin()
  const { status, draw, participants, entries } = contest
  const isEnglish = language === 'en'
  const prizes = contest.prizes.map(({ name, nameEn, count }) => `${isEnglish ? nameEn : name}: ${count}`)
  return (
    <>
      <PageHeader
        title={isEnglish ? contest.titleEn : contest.title}
        lead={<ContestBadge status={status} isDrawn={draw !== null} isSample={contest.isSample} />}
        actions={
          <>
            <Link className="button" href={`/waves/${id}/posters`} target="_blank">
              {t('posters')}
            </Link>
            <Link className="button button-quiet" href={`/contest/${id}`}>
              {t('publicPage')}
            </Link>
            {isAllowed(actor, 'activities.write', contest.owner.id) && (
              <Link className="button button-quiet" href={activityLink(contest)}>
                {t('asActivity')}
              </Link>
            )}
          </>
        }
      />
      <div className={style.sections}>
        <StatLine
          stats={[
            { label: t('participants'), value: format.number(participants) },
            { label: t('entries'), value: countWords(format, entries), note: t('entriesNote') },
            {
              label: t('closesAt'),
              value: format.dateTime(contest.closesAt, 'day'),
              note: `${format.dateTime(contest.closesAt, { timeStyle: 'short' })}. ${t('entriesUntil', { at: format.dateTime(contest.entriesEnd, 'minute') })}`,
            },
          ]}
        />
        {draw ? (
          <>
            <p className={style.row}>
              <Link className="button" href={`/contests/${id}/winners`}>
                {t('openWinners')}
              </Link>
            </p>
            <PrizeDraw contest={id} prizes={contest.prizes} draw={draw} />
          </>
        ) : (
          status === 'closed' &&
          mayWrite &&
          (entries.from > 0 ? (
            <DrawPrizesForm action={drawPrizesAction} contest={id} entries={entries.from} />
          ) : (
            <p>{t('nobodyToDraw')}</p>
          ))
        )}
        <section className={style.section} aria-labelledby="units">
          <h2 id="units">{t('byUnit')}</h2>
          <DataTable
            caption={t('byUnit')}
            isCaptionHidden
            rows={contest.units}
            rowKey={(unit) => unit.id}
            columns={[
              { key: 'unit', head: t('unit'), cell: (unit) => (isEnglish ? unit.nameEn : unit.name) },
              {
                key: 'participants',
                head: t('participants'),
                isNumber: true,
                cell: (unit) => format.number(unit.participants),
              },
              {
                key: 'link',
                head: t('link'),
                cell: (unit) => (
                  <CopyLink link={answerLink(origin, { wave: id, unit: unit.id })} unit={unit.name} />
                ),
              },
            ]}
          />
        </section>
        <ContestFigures contest={contest} />
        <section className={style.section} aria-labelledby="rules">
          <h2 id="rules">{t('rules')}</h2>
          <FactList
            facts={[
              [t('form'), `${inLanguage(contest.form.title, language)} (${contest.form.name})`],
              [t('owner'), isEnglish ? contest.owner.nameEn : contest.owner.name],
              [t('threshold'), t('thresholdFact', { count: contest.threshold })],
              [t('prizes'), prizes.join('\n')],
              [
                t('deleted'),
                t(['open', 'entering'].includes(status) ? 'deletedOn' : 'deletedFact', {
                  day: contest.deletedOn.split('-').reverse().join('/'),
                  kept: contest.kept,
                }),
              ],
              [t('commitment'), contest.commitment],
            ]}
          />
        </section>
        {mayWrite && (contest.isRunning || contest.kept > 0) && (
          <EraseEntryForm action={eraseEntryAction} contest={id} />
        )}
        {mayWrite && isAllowed(actor, 'waves.write') && !draw && (
          <EndWaveForm
            action={endContestAction}
            wave={id}
            status={status === 'entering' ? 'closed' : status}
            hasBox={false}
          />
        )}
      </div>
    </>
  )
}

/** The form of a new activity, filled in: one contest with so many entries. */
function activityLink({ owner, title, opensAt, closesAt, participants }: LoadedContest): string {
  const today = new Date()
  const query = new URLSearchParams({
    unit: owner.id,
    channel: 'contest',
    title,
    from: dayInVietNam(opensAt < today ? opensAt : today),
    to: dayInVietNam(closesAt < today ? closesAt : today),
    'amount.contests': '1',
    'amount.entries': String(participants),
  })
  return `/activities/new?${query}`
}
