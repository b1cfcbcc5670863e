// The first page after sign-in: the waves that are open now, how far they have come, and where to go next.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { listWaves } from '#lib/flows/list-waves'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { dashboardShortcuts } from '../../_ui/dashboard-shortcuts'
import { DataTable } from '../../_ui/data-table'
import { EmptyState } from '../../_ui/empty-state'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'
import { ProgressBar } from '../../_ui/progress-bar'
import { StatLine } from '../../_ui/stat-line'

export async function generateMetadata() {
  return { title: (await getTranslations('staff'))('dashboard') }
}

export default async function DashboardPage() {
  const waves = (await load(listWaves)).filter((wave) => wave.status === 'open')
  const actor = (await getActor())!
  const t = await getTranslations('dashboard')
  const format = await getFormatter()
  const language = await getLocale()
  const answers = waves.reduce((sum, wave) => sum + wave.answers, 0)
  const target = waves.reduce((sum, wave) => sum + wave.target, 0)
  const plan = isAllowed(actor, 'waves.write') && (
    <Link className="button" href="/waves/new">
      {t('plan')}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('title', { name: actor.name })} lead={t('lead')} actions={plan} />
      <div className={style.sections}>
        <section className={style.section} aria-labelledby="open">
          <h2 id="open">{t('open')}</h2>
          {waves.length === 0 ? (
            <EmptyState title={t('noneOpen')}>{t('noneOpenLead')}</EmptyState>
          ) : (
            <>
              <StatLine
                stats={[
                  { label: t('wavesOpen'), value: format.number(waves.length) },
                  { label: t('answers'), value: format.number(answers), note: t('ofTarget', { target }) },
                ]}
              />
              <DataTable
                caption={t('open')}
                isCaptionHidden
                rows={waves}
                rowKey={(wave) => wave.id}
                columns={[
                  {
                    key: 'title',
                    head: t('wave'),
                    cell: (wave) => (
                      <Link href={`/waves/${wave.id}`}>{language === 'en' ? wave.titleEn : wave.title}</Link>
                    ),
                  },
                  {
                    key: 'units',
                    head: t('units'),
                    isNumber: true,
                    cell: (wave) => format.number(wave.units),
                  },
                  {
                    key: 'answers',
                    head: t('progress'),
                    cell: (wave) => <ProgressBar answers={wave.answers} target={wave.target} />,
                  },
                  {
                    key: 'closes',
                    head: t('closes'),
                    cell: (wave) => format.dateTime(wave.closesAt, { dateStyle: 'medium' }),
                  },
                ]}
              />
            </>
          )}
        </section>
        <section className={style.section} aria-labelledby="shortcuts">
          <h2 id="shortcuts">{t('shortcuts')}</h2>
          <ul className={style.grid}>
            {dashboardShortcuts(actor).map(({ href, key }) => (
              <li key={key} className={style.panel}>
                <h3>
                  <Link href={href}>{t(`links.${key}.title`)}</Link>
                </h3>
                <p className={style.soft}>{t(`links.${key}.text`)}</p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
