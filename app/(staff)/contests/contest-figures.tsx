// How the answers to a contest turned out, under the warning that this measures nothing, and only from the smallest group on.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { LoadedContest } from '#lib/flows/load-contest'
import { inLanguage } from '#lib/surveys/local-text'
import { DataTable } from '../../_ui/data-table'
import style from '../../_ui/page.module.css'

export async function ContestFigures({ contest }: { contest: LoadedContest }) {
  const [t, language, format] = await Promise.all([getTranslations('contests'), getLocale(), getFormatter()])
  const { bins, questions, participants, smallestGroup } = contest
  return (
    <section className={style.section} aria-labelledby="figures">
      <h2 id="figures">{t('figures')}</h2>
      <p className={style.unofficial}>{t('noMeasure')}</p>
      {bins.length === 0 ? (
        <p>{contest.isRunning ? t('afterClosing') : t('tooFew', { least: smallestGroup })}</p>
      ) : (
        <>
          <DataTable
            caption={t('scores')}
            rows={bins}
            rowKey={({ from }) => String(from)}
            columns={[
              {
                key: 'right',
                head: t('rightAnswers'),
                cell: ({ from, to }) => (from === to ? from : t('fromTo', { from, to })),
              },
              {
                key: 'people',
                head: t('people'),
                isNumber: true,
                cell: ({ people }) => format.number(people),
              },
              {
                key: 'share',
                head: t('share'),
                isNumber: true,
                cell: ({ people }) =>
                  format.number(people / participants, { style: 'percent', maximumFractionDigits: 0 }),
              },
            ]}
          />
          <p className={style.small}>{t('scoresNote', { least: smallestGroup })}</p>
          <details>
            <summary>{t('questions')}</summary>
            <DataTable
              caption={t('questions')}
              isCaptionHidden
              rows={questions}
              rowKey={({ key }) => key}
              columns={[
                {
                  key: 'question',
                  head: t('question'),
                  cell: ({ title, row }) =>
                    row
                      ? `${inLanguage(title, language)} – ${inLanguage(row, language)}`
                      : inLanguage(title, language),
                },
                { key: 'asked', head: t('asked'), isNumber: true, cell: ({ asked }) => format.number(asked) },
                {
                  key: 'share',
                  head: t('shareRight'),
                  isNumber: true,
                  cell: ({ share }) =>
                    share === null
                      ? '–'
                      : format.number(share, { style: 'percent', maximumFractionDigits: 0 }),
                },
              ]}
            />
          </details>
        </>
      )}
    </section>
  )
}
