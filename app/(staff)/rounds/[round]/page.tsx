// The board of a round: where every unit stands, whose turn it is, who is late; and its freeze.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { listRoundSurveys } from '#lib/flows/list-round-surveys'
import { type BoardLine, type LoadedRound, loadRound } from '#lib/flows/load-round'
import { timedSteps } from '#lib/rounds/deadlines'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { getActor } from '../../../_server/session'
import { DataTable } from '../../../_ui/data-table'
import { EmptyState } from '../../../_ui/empty-state'
import { FreezeForm } from '../../../_ui/freeze-form'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { RoundBadge } from '../../../_ui/round-badge'
import { RoundReminder } from '../../../_ui/round-reminder'
import { RoundTabs } from '../../../_ui/round-tabs'
import { StatLine } from '../../../_ui/stat-line'
import { StepBadge } from '../../../_ui/step-badge'
import { WorkbookLink } from '../../../_ui/workbook-link'
import { freezeRoundAction } from '../actions'

type Props = { params: Promise<{ round: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: (await params).round }
}

export default async function RoundPage({ params }: Props) {
  const { round: id } = await params
  const loaded = await load((actor) => loadRound(actor, { id }))
  const { round, index, lines, mayWrite } = loaded
  const t = await getTranslations('rounds')
  const language = await getLocale()
  const isOneUnit = (await getActor())?.role === 'commune'
  const open = lines.filter(({ step }) => step !== 'settled' && step !== 'frozen').length
  return (
    <>
      <PageHeader
        title={language === 'en' ? round.titleEn : round.title}
        lead={<RoundBadge isFrozen={round.frozenAt !== null} isSample={round.isSample} />}
      />
      <RoundTabs round={id} current="board" isFrozen={round.frozenAt !== null} />
      <div className={style.sections}>
        <RoundReminder round={id} lines={lines} isOneUnit={isOneUnit} />
        {!isOneUnit && <StatLine stats={await stats(loaded)} />}
        {lines.length === 0 ? (
          <EmptyState title={t('noUnitHere')}>{t('noUnitHereLead')}</EmptyState>
        ) : (
          <section className={style.section} aria-labelledby="board">
            <h2 id="board">{t('board')}</h2>
            <Board round={id} lines={lines} />
          </section>
        )}
        {!round.frozenAt && lines.length > 0 && <WorkbookLink what="round" query={{ id }} />}
        <dl className={style.facts}>
          <div>
            <dt>{t('index')}</dt>
            <dd>{`${inLanguage(index.title, language)} (${round.index.slug}.v${round.index.version})`}</dd>
          </div>
          <div>
            <dt>{t('appraiser')}</dt>
            <dd>{language === 'en' ? round.appraiser.nameEn : round.appraiser.name}</dd>
          </div>
          <Deadlines loaded={loaded} />
        </dl>
        {mayWrite && !round.frozenAt && (
          <FreezeForm
            action={freezeRoundAction}
            round={id}
            open={open}
            neededShare={index.minimum.share}
            waves={(await load((actor) => listRoundSurveys(actor, { id }))).map((wave) => ({
              value: wave.id,
              label: language === 'en' ? wave.titleEn : wave.title,
            }))}
          />
        )}
      </div>
    </>
  )
}

async function Deadlines({ loaded: { round } }: { loaded: LoadedRound }) {
  const t = await getTranslations('rounds')
  const format = await getFormatter()
  const moment = (date: Date) => format.dateTime(date, { dateStyle: 'short', timeStyle: 'short' })
  return (
    <div>
      <dt>{t('deadlines')}</dt>
      {timedSteps.map((step) => (
        <dd key={step}>{`${t(`steps.${step}`)}: ${moment(round.deadlines[step])}`}</dd>
      ))}
      <dd>{t(round.allowsLate ? 'takesLate' : 'takesNoLate')}</dd>
    </div>
  )
}

async function stats({ lines }: LoadedRound) {
  const t = await getTranslations('rounds')
  const count = (is: (line: BoardLine) => boolean) => lines.filter(is).length
  return [
    { label: t('unitsInAll'), value: lines.length },
    {
      label: t('handedIn'),
      value: count(({ handedInLate }) => handedInLate !== null),
      note: t('handedInLate', { count: count(({ handedInLate }) => (handedInLate ?? 0) > 0) }),
    },
    { label: t('settledUnits'), value: count(({ step }) => step === 'settled' || step === 'frozen') },
    { label: t('lateNow'), value: count(({ late }) => late > 0) },
  ]
}

async function Board({ round, lines }: { round: string; lines: BoardLine[] }) {
  const t = await getTranslations('rounds')
  const format = await getFormatter()
  const language = await getLocale()
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 })
  const moment = (date: Date) => format.dateTime(date, { dateStyle: 'short', timeStyle: 'short' })
  return (
    <DataTable
      caption={t('board')}
      isCaptionHidden
      rows={lines}
      rowKey={(line) => line.unitId}
      columns={[
        {
          key: 'unit',
          head: t('unit'),
          cell: (line) => (
            <Link href={`/rounds/${round}/units/${line.unitId}`}>
              {language === 'en' ? line.nameEn : line.name}
            </Link>
          ),
        },
        { key: 'step', head: t('step'), cell: (line) => <StepBadge step={line.step} late={line.late} /> },
        { key: 'turn', head: t('turn'), cell: (line) => (line.turn ? t(`turns.${line.turn}`) : '–') },
        { key: 'done', head: t('done'), isNumber: true, cell: (line) => `${line.done}/${line.todo}` },
        {
          key: 'deadline',
          head: t('deadline'),
          cell: (line) => (line.deadline ? moment(line.deadline) : '–'),
        },
        {
          key: 'handedIn',
          head: t('handedIn'),
          cell: (line) =>
            line.handedInLate === null
              ? '–'
              : line.handedInLate > 0
                ? t('daysLate', { days: line.handedInLate })
                : t('inTime'),
        },
        {
          key: 'changed',
          head: t('changedCount'),
          isNumber: true,
          cell: (line) => line.changed,
        },
        {
          key: 'contested',
          head: t('contestedCount'),
          isNumber: true,
          cell: (line) => line.contested,
        },
        {
          key: 'self',
          head: t('selfSum'),
          isNumber: true,
          cell: (line) =>
            t('ofPoints', { points: number(line.self.points), maximum: number(line.self.maximum) }),
        },
        {
          key: 'standing',
          head: t('standingSum'),
          isNumber: true,
          cell: (line) =>
            t('ofPoints', { points: number(line.standing.points), maximum: number(line.standing.maximum) }),
        },
      ]}
    />
  )
}
