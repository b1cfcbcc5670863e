// One roll-out by lot: the calendar of the communes, the proof that it can be drawn again, and how often it was drawn.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { loadRollout } from '#lib/flows/load-rollout'
import { load } from '../../../../_server/load'
import { getActor } from '../../../../_server/session'
import { exportLinks } from '../../../../_ui/export-links'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { PrintButton } from '../../../../_ui/print-button'
import { RepeatDraw } from '../../../../_ui/repeat-draw'
import { RolloutCalendar } from '../../../../_ui/rollout-calendar'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('effect.rollout'))('one') }
}

export default async function RolloutPage({ params }: Props) {
  const { id } = await params
  const rollout = await load((actor) => loadRollout(actor, { id }))
  const mayWrite = isAllowed(await getActor(), 'effects.write')
  const [t, format, language] = await Promise.all([
    getTranslations('effect.rollout'),
    getFormatter(),
    getLocale(),
  ])
  const names = new Map(rollout.names.map((unit) => [unit.id, language === 'en' ? unit.nameEn : unit.name]))
  const time = (date: Date) =>
    format.dateTime(date, { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Ho_Chi_Minh' })
  const place = rollout.draws.findIndex((one) => one.id === id) + 1
  const facts = [
    [t('owner'), names.get(rollout.unitId) ?? rollout.unitId],
    [t('method'), t(`methods.${rollout.method}`)],
    ...(rollout.frame.matchedOn ? [[t('match'), t(`matched.${rollout.frame.matchedOn.kind}`)]] : []),
    [t('seed'), rollout.seed],
    [t('drawnAt'), time(rollout.drawnAt)],
    [t('drawnBy'), rollout.drawnByName],
  ] as const
  return (
    <>
      <PageHeader
        title={rollout.title}
        lead={t('oneLead')}
        actions={
          <>
            {mayWrite && (
              <Link className="button" href={`/effect/new?rollout=${id}`}>
                {t('use')}
              </Link>
            )}
            <PrintButton label={t('print')} />
          </>
        }
      />
      <div className={style.sections}>
        <section className={style.section} aria-labelledby="calendar">
          <h2 id="calendar">{t('calendar')}</h2>
          <RolloutCalendar calendar={rollout.calendar} names={names} caption={t('calendar')} />
          <p className={style.row}>
            {exportLinks('rollout', { rollout: id }, language).map(({ href, label }) => (
              <a key={href} href={href} download>
                {label}
              </a>
            ))}
          </p>
        </section>
        {rollout.method === 'matched' && (
          <section className={style.section} aria-labelledby="pairs">
            <h2 id="pairs">{t('pairs')}</h2>
            <p className={style.soft}>{t('pairsLead')}</p>
            <ul>
              {rollout.blocks.map((block) => (
                <li key={block.join()}>{block.map((unit) => names.get(unit) ?? unit).join(' – ')}</li>
              ))}
            </ul>
          </section>
        )}
        <section className={style.section} aria-labelledby="proof">
          <h2 id="proof">{t('proof')}</h2>
          <RepeatDraw isRepeatable={rollout.isRepeatable} at={time(new Date())} />
          <dl className={style.facts}>
            {facts.map(([term, text]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd className={style.breaking}>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section className={style.section} aria-labelledby="draws">
          <h2 id="draws">{t('drawsOfThese')}</h2>
          <p className={rollout.draws.length > 1 ? style.unofficial : style.soft}>
            {t('drawPlace', { place, count: rollout.draws.length })}
          </p>
          <ol>
            {rollout.draws.map((one) => (
              <li key={one.id}>
                {one.id === id ? (
                  <strong>{one.title}</strong>
                ) : (
                  <Link href={`/effect/rollouts/${one.id}`}>{one.title}</Link>
                )}
                {` · ${time(one.drawnAt)} · ${one.drawnByName}`}
              </li>
            ))}
          </ol>
          {mayWrite && (
            <p>
              <Link href="/effect/planner#rollout">{t('again')}</Link>
            </p>
          )}
        </section>
      </div>
    </>
  )
}
