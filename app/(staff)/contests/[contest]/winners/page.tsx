// The winners of a contest with name and telephone number, to hand out the prizes. Every look at this page is in the audit log.
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { showEntryNumber } from '#lib/contests/entry-number'
import { loadWinners } from '#lib/flows/load-winners'
import { load } from '../../../../_server/load'
import { getActor } from '../../../../_server/session'
import { PassWinnerForm } from '../../../../_ui/contest-officer-forms'
import { DataTable } from '../../../../_ui/data-table'
import { EmptyState } from '../../../../_ui/empty-state'
import { exportLinks } from '../../../../_ui/export-links'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { passWinnerAction } from '../../actions'

type Props = { params: Promise<{ contest: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('contests'))('winners') }
}

export default async function WinnersPage({ params }: Props) {
  const { contest: id } = await params
  const { title, titleEn, prizes, winners } = await load((actor) => loadWinners(actor, { id }))
  const [t, language] = await Promise.all([getTranslations('contests'), getLocale()])
  const isEnglish = language === 'en'
  const numbers = winners.flatMap(({ number }) => (number === null ? [] : [showEntryNumber(number)]))
  const back = <Link href={`/contests/${id}`}>{t('backToContest')}</Link>
  return (
    <>
      <PageHeader
        title={`${t('winners')}: ${isEnglish ? titleEn : title}`}
        lead={t('winnersLead')}
        actions={back}
      />
      {winners.length === 0 ? (
        <EmptyState title={t('notDrawn')} actions={back}>
          {t('notDrawnLead')}
        </EmptyState>
      ) : (
        <div className={style.sections}>
          <section className={style.section} aria-label={t('winners')}>
            <DataTable
              caption={t('winners')}
              isCaptionHidden
              rows={winners.map((winner, at) => ({ ...winner, at }))}
              rowKey={({ at }) => String(at)}
              columns={[
                {
                  key: 'prize',
                  head: t('prize'),
                  cell: ({ prize }) => (isEnglish ? prizes[prize]!.nameEn : prizes[prize]!.name),
                },
                {
                  key: 'number',
                  head: t('number'),
                  cell: ({ number }) => (number === null ? t('nobodyLeft') : showEntryNumber(number)),
                },
                {
                  key: 'name',
                  head: t('personName'),
                  cell: ({ number, person }) => person?.name ?? (number === null ? '–' : t('nameGone')),
                },
                { key: 'phone', head: t('phone'), cell: ({ person }) => person?.phone ?? '–' },
                {
                  key: 'unit',
                  head: t('commune'),
                  cell: ({ person }) =>
                    person ? ((isEnglish ? person.unit?.nameEn : person.unit?.name) ?? t('elsewhere')) : '–',
                },
              ]}
            />
            <p className={style.row}>
              {exportLinks('winners', { contest: id }, language).map(({ href, label }) => (
                <a key={href} href={href} download>
                  {label}
                </a>
              ))}
            </p>
          </section>
          {isAllowed(await getActor(), 'contests.write') && numbers.length > 0 && (
            <PassWinnerForm key={numbers.join()} action={passWinnerAction} contest={id} numbers={numbers} />
          )}
        </div>
      )}
    </>
  )
}
