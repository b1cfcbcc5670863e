// The lanes of jobs: what waits, what runs, what has failed for good and why. A lane that is stuck delays no other.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { type DeadLetter, loadJobs } from '#lib/flows/load-jobs'
import type { Sentence } from '#lib/problem'
import { lanes } from '../../../_server/lanes'
import { load } from '../../../_server/load'
import { DataTable } from '../../../_ui/data-table'
import { DeadLetterForm } from '../../../_ui/dead-letter-form'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { settleDeadLetterAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('jobs'))('title') }
}

/** The sentence that a failed job left, in the reader's language; pg-boss' own words for a process that died are none. */
function reasonOf({ reason }: DeadLetter, language: 'vi' | 'en'): string | null {
  const { sentence } = (reason ?? {}) as { sentence?: Sentence }
  return sentence?.[language] ?? null
}

export default async function JobsPage() {
  const { lanes: counts, deadLetters, leaks } = await load((actor) => loadJobs(actor))
  const t = await getTranslations('jobs')
  const format = await getFormatter()
  const language = (await getLocale()) as 'vi' | 'en'
  const title = (name: string) => lanes.find((lane) => lane.name === name)?.title[language] ?? name
  const known = lanes.map(({ name }) => counts.find((lane) => lane.name === name) ?? { name, ...idle })
  const moment = (date: Date | null) =>
    date ? format.dateTime(date, { dateStyle: 'short', timeStyle: 'short' }) : t('never')
  const number = (key: 'waiting' | 'running' | 'failed') => ({
    key,
    head: t(key),
    isNumber: true,
    cell: (lane: (typeof known)[number]) => format.number(lane[key]),
  })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        {leaks.length > 0 && (
          <section className={style.section} aria-labelledby="leaks">
            <h2 id="leaks">{t('leaks')}</h2>
            <p role="alert">{t('leaksLead')}</p>
            <DataTable
              caption={t('leaksTable')}
              rows={leaks}
              rowKey={({ mend }) => mend}
              columns={[
                {
                  key: 'setting',
                  head: t('leakSetting'),
                  cell: ({ setting, value }) => <code>{`${setting} = ${value}`}</code>,
                },
                { key: 'why', head: t('leakWhy'), cell: ({ why }) => why[language] },
                { key: 'mend', head: t('leakMend'), cell: ({ mend }) => <code>{mend}</code> },
              ]}
            />
          </section>
        )}
        <DataTable
          caption={t('lanes')}
          rows={known}
          rowKey={({ name }) => name}
          columns={[
            { key: 'lane', head: t('lane'), cell: ({ name }) => title(name) },
            number('waiting'),
            number('running'),
            number('failed'),
            { key: 'last', head: t('lastDone'), cell: ({ lastDoneAt }) => moment(lastDoneAt) },
          ]}
        />
        <DataTable
          caption={t('deadLetters')}
          empty={t('noDeadLetters')}
          rows={deadLetters}
          rowKey={({ id }) => id}
          columns={[
            { key: 'when', head: t('failedAt'), cell: ({ failedAt }) => moment(failedAt) },
            { key: 'lane', head: t('lane'), cell: ({ lane }) => title(lane) },
            {
              key: 'reason',
              head: t('reason'),
              cell: (letter) => reasonOf(letter, language) ?? t('interrupted'),
            },
            { key: 'tries', head: t('tries'), isNumber: true, cell: ({ tries }) => format.number(tries) },
            {
              key: 'settle',
              head: t('settle'),
              cell: ({ lane, id }) => <DeadLetterForm action={settleDeadLetterAction} lane={lane} job={id} />,
            },
          ]}
        />
        <p className={style.small}>{t('note')}</p>
      </div>
    </>
  )
}

const idle = { waiting: 0, running: 0, failed: 0, lastDoneAt: null }
