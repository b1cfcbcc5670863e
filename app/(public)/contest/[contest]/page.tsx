// A contest as everybody may see it: when, which prizes, the promise of the draw, and afterwards the winning numbers.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { loadPublicContest } from '#lib/flows/load-public-contest'
import { load } from '../../../_server/load'
import { ContestBadge } from '../../../_ui/contest-badge'
import { FactList } from '../../../_ui/fact-list'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { PrizeDraw } from '../../../_ui/prize-draw'

type Props = { params: Promise<{ contest: string }> }

const read = async ({ params }: Props) => {
  const { contest: id } = await params
  return load((anybody) => loadPublicContest(anybody, { id }))
}

export async function generateMetadata(props: Props) {
  const { title, titleEn } = await read(props)
  return { title: (await getLocale()) === 'en' ? titleEn : title }
}

export default async function PublicContestPage(props: Props) {
  const contest = await read(props)
  const [t, language, format] = await Promise.all([getTranslations('contests'), getLocale(), getFormatter()])
  const isEnglish = language === 'en'
  const { id, status, draw, owner } = contest
  const prizes = contest.prizes.map(({ name, nameEn, count }) => `${isEnglish ? nameEn : name}: ${count}`)
  return (
    <>
      <PageHeader
        title={isEnglish ? contest.titleEn : contest.title}
        lead={<ContestBadge status={status} isDrawn={draw !== null} isSample={contest.isSample} />}
        actions={
          status === 'open' && (
            <a className="button" href={`/s/${id}?lang=${language}`}>
              {t('takePart')}
            </a>
          )
        }
      />
      <div className={style.sections}>
        {draw && <PrizeDraw contest={id} prizes={contest.prizes} draw={draw} />}
        <section className={style.section} aria-labelledby="rules">
          <h2 id="rules">{t('rules')}</h2>
          <FactList
            facts={[
              [t('owner'), isEnglish ? owner.nameEn : owner.name],
              [
                t('when'),
                t('fromTo', {
                  from: format.dateTime(contest.opensAt, 'minute'),
                  to: format.dateTime(contest.closesAt, 'minute'),
                }),
              ],
              [t('threshold'), t('thresholdFact', { count: contest.threshold })],
              [t('entriesEnd'), format.dateTime(contest.entriesEnd, 'minute')],
              [t('prizes'), prizes.join('\n')],
              [t('yourData'), t('yourDataFact', { day: contest.deletedOn.split('-').reverse().join('/') })],
            ]}
          />
          <p>
            <a href={`/s/${id}/leave?lang=${language}`}>{t('leave')}</a>
          </p>
        </section>
        <section className={style.section} aria-labelledby="fair">
          <h2 id="fair">{t('fair')}</h2>
          <p>{t('fairText')}</p>
          <FactList facts={[[t('commitment'), contest.commitment]]} />
          <p>
            <Link href="/ledger">{t('ledger')}</Link>
          </p>
        </section>
      </div>
    </>
  )
}
