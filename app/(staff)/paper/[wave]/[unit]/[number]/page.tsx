// One stack: what was registered, how far its sheets are, how well two people agreed, and its end.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { loadPaperBatch } from '#lib/flows/load-paper-batch'
import type { BatchSummary } from '#lib/surveys/paper-form/summarise-batch'
import { load } from '../../../../../_server/load'
import { CloseBatchForm } from '../../../../../_ui/close-batch-form'
import { FactList } from '../../../../../_ui/fact-list'
import style from '../../../../../_ui/page.module.css'
import { PageHeader } from '../../../../../_ui/page-header'
import { StatLine } from '../../../../../_ui/stat-line'
import { closeBatchAction } from '../../../actions'

type Props = { params: Promise<{ wave: string; unit: string; number: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: (await getTranslations('paper'))('batch', { number: (await params).number }) }
}

export default async function BatchPage({ params }: Props) {
  const place = await params
  const loaded = await load((actor) => loadPaperBatch(actor, place))
  const { batch, wave, unit, village, sheets, summary, canKeyIn } = loaded
  const agreement = summary?.agreement ?? loaded.agreement
  const language = await getLocale()
  const format = await getFormatter()
  const t = await getTranslations('paper')
  const day = (text: string) => format.dateTime(new Date(text), { dateStyle: 'short', timeZone: 'UTC' })
  const here = `/paper/${wave.id}/${unit.id}/${batch.number}`
  const inState = (state: string) => sheets.filter((one) => one.state === state)
  const states = (['empty', 'once', 'differs', 'ready', 'void'] as const).filter(
    (state) => inState(state).length,
  )
  const rate = agreement && agreement.compared > 0 ? agreement.different / agreement.compared : 0
  return (
    <>
      <PageHeader
        title={t('batch', { number: batch.number })}
        lead={[
          language === 'en' ? wave.titleEn : wave.title,
          language === 'en' ? unit.nameEn : unit.name,
          village,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          canKeyIn && (
            <>
              <Link className="button" href={`${here}/enter`}>
                {t('keyIn')}
              </Link>
              {batch.isDouble && (
                <Link className="button" href={`${here}/settle`}>
                  {t('settle')}
                </Link>
              )}
            </>
          )
        }
      />
      <div className={style.sections}>
        <StatLine
          stats={[
            { label: t('sheets'), value: format.number(batch.sheets) },
            { label: t('collectedOn'), value: day(batch.collectedOn) },
            { label: t('dueOn'), value: day(batch.dueOn) },
            {
              label: t('state'),
              value: batch.closedOn ? t(batch.keyedBy === 'unit' ? 'closedByUnit' : 'closed') : t('open'),
            },
            ...(agreement
              ? [
                  {
                    label: t('differenceRate'),
                    value: format.number(rate, { style: 'percent', maximumFractionDigits: 1 }),
                    note: t('differenceNote', {
                      different: agreement.different,
                      compared: agreement.compared,
                    }),
                  },
                ]
              : []),
          ]}
        />
        {states.length > 0 && (
          <FactList
            facts={states.map((state) => {
              const sheets = inState(state).map(({ sheet }) => sheet)
              return [t(`states.${state}`, { count: sheets.length }), sheets.join(', ')] as const
            })}
          />
        )}
        {summary && (
          <FactList
            facts={kept(summary).map(([name, count]) => [t(`counts.${name}`), format.number(count)] as const)}
          />
        )}
        {batch.explanation && <p>{batch.explanation}</p>}
        {canKeyIn && <CloseBatchForm action={closeBatchAction} place={place} />}
      </div>
    </>
  )
}

/** What a closed stack still tells: its sheets, and how many fields were empty, unreadable or not to be answered. */
function kept({ keyed, stored, voided, omitted, unclear, unasked }: BatchSummary) {
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0)
  return [
    ['keyed', keyed],
    ['stored', stored],
    ['voided', sum(voided)],
    ['omitted', sum(omitted)],
    ['unclear', sum(unclear)],
    ['unasked', sum(unasked)],
  ] as const
}
