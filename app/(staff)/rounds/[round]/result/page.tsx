// The frozen result of a round, revision by revision: every unit with its interval and grade, and what a correction changed.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { type LoadedResult, loadRoundResult } from '#lib/flows/load-round-result'
import type { Cell } from '#lib/scoring/cell'
import { listCriteria } from '#lib/scoring/name-criteria'
import { rankUnits } from '#lib/scoring/rank-units'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../../_server/load'
import { getActor } from '../../../../_server/session'
import { CorrectionForm } from '../../../../_ui/correction-form'
import { DataTable } from '../../../../_ui/data-table'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { ReportLinks } from '../../../../_ui/report-links'
import { RoundTabs } from '../../../../_ui/round-tabs'
import { SignedPoints } from '../../../../_ui/signed-points'
import { TabLinks } from '../../../../_ui/tab-links'
import { WorkbookLink } from '../../../../_ui/workbook-link'
import { correctRoundAction } from '../../actions'

type Unit = LoadedResult['units'][number]
type Props = { params: Promise<{ round: string }>; searchParams: Promise<{ revision?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('rounds'))('tabs.result') }
}

export default async function ResultPage({ params, searchParams }: Props) {
  const { round: id } = await params
  const { revision } = await searchParams
  const loaded = await load((actor) => loadRoundResult(actor, { id, ...(revision ? { revision } : {}) }))
  const { round, revisions, asked, units } = loaded
  const t = await getTranslations('rounds')
  const format = await getFormatter()
  const language = await getLocale()
  const isEnglish = language === 'en'
  const { at, actorName, number, reason } = loaded.revision
  const day = format.dateTime(at, { dateStyle: 'short', timeStyle: 'short' })
  return (
    <>
      <PageHeader
        title={t('resultOf', { round: isEnglish ? round.titleEn : round.title })}
        lead={t('frozenBy', { by: actorName, at: day, revision: number })}
      />
      <RoundTabs round={id} current="result" isFrozen />
      <div className={style.sections}>
        {revisions.length > 1 && (
          <TabLinks
            label={t('revisions')}
            tabs={revisions.map((one) => ({
              href: `/rounds/${id}/result?revision=${one.number}`,
              label: t('revision', { number: one.number }),
              isCurrent: one.number === number,
            }))}
          />
        )}
        {number < revisions.length && <p className={style.panel}>{t('newerRevision')}</p>}
        <ReportLinks what="round" query={{ round: id, revision: String(number) }} />
        {reason && (
          <p>
            <strong>{t('reason')}:</strong> {reason}
          </p>
        )}
        {loaded.differences.length > 0 && <Differences loaded={loaded} />}
        <section className={style.section} aria-labelledby="scores">
          <h2 id="scores">{t('scores')}</h2>
          <Scores loaded={loaded} />
          {units.length > 1 && <p className={style.small}>{t(`ranksNote.${rankNoteOf(units)}`)}</p>}
          <p className={style.small}>
            {loaded.waves.length > 0
              ? t('joined', {
                  waves: loaded.waves.map((wave) => (isEnglish ? wave.titleEn : wave.title)).join('; '),
                })
              : t('noneJoined')}{' '}
            {t('resultMethod', { method: loaded.method })}
          </p>
        </section>
        <WorkbookLink what="round" query={{ id, revision: String(number) }} />
        {number === revisions.length && isAllowed(await getActor(), 'rounds.write') && (
          <CorrectionForm
            action={correctRoundAction}
            round={id}
            asked={asked}
            units={units.map((unit) => ({ value: unit.id, label: isEnglish ? unit.nameEn : unit.name }))}
          />
        )}
      </div>
    </>
  )
}

/** Why the ranks are as they are, or why there are none. */
function rankNoteOf(units: LoadedResult['units']) {
  const ranked = rankUnits(units.flatMap(({ total }) => (total ? [total] : [])))
  if (ranked.length === 0) return 'none'
  return units.some(({ total }) => total?.standardError != null) ? 'sampled' : 'exact'
}

async function Scores({ loaded: { units, index } }: { loaded: LoadedResult }) {
  const t = await getTranslations('rounds')
  const format = await getFormatter()
  const language = await getLocale()
  const number = (value: number | null) =>
    value === null ? '–' : format.number(value, { maximumFractionDigits: 2, minimumFractionDigits: 2 })
  const ranks = new Map(
    rankUnits(units.flatMap(({ total }) => (total ? [total] : []))).map((rank) => [rank.unit, rank]),
  )
  const places = (unit: string) => {
    const rank = ranks.get(unit)
    if (!rank) return '–'
    return rank.lower === rank.upper ? rank.lower : `${rank.lower} – ${rank.upper}`
  }
  const band = (cell: Cell | null) => {
    const found = cell?.value == null ? undefined : index.bands.findLast(({ from }) => cell.value! >= from)
    return found ? inLanguage(found.name, language) : t('noGrade')
  }
  return (
    <DataTable
      caption={t('scores')}
      isCaptionHidden
      rows={units}
      rowKey={(unit) => unit.id}
      columns={[
        { key: 'unit', head: t('unit'), cell: (unit) => (language === 'en' ? unit.nameEn : unit.name) },
        {
          key: 'total',
          head: t('score'),
          isNumber: true,
          cell: ({ total }) => <strong>{number(total?.value ?? null)}</strong>,
        },
        {
          key: 'interval',
          head: t('interval'),
          isNumber: true,
          cell: ({ total }) =>
            total?.low == null ? t('noInterval') : `${number(total.low)} – ${number(total.high)}`,
        },
        { key: 'grade', head: t('grade'), cell: ({ total }) => band(total) },
        ...(units.length > 1
          ? [{ key: 'ranks', head: t('ranks'), isNumber: true, cell: ({ id }: Unit) => places(id) }]
          : []),
        {
          key: 'self',
          head: t('selfSum'),
          isNumber: true,
          cell: ({ compared }) =>
            compared.inflation === null
              ? '–'
              : t('ofPoints', {
                  points: number(compared.self.points),
                  maximum: number(compared.self.maximum),
                }),
        },
        {
          key: 'standing',
          head: t('standingSum'),
          isNumber: true,
          cell: ({ compared }) =>
            compared.inflation === null
              ? '–'
              : t('ofPoints', {
                  points: number(compared.standing.points),
                  maximum: number(compared.standing.maximum),
                }),
        },
        {
          key: 'inflation',
          head: t('inflation'),
          isNumber: true,
          cell: ({ compared }) => <SignedPoints value={compared.inflation} />,
        },
        {
          key: 'late',
          head: t('handedIn'),
          cell: ({ handedInLate, step }) =>
            handedInLate === null
              ? t('neverHandedIn')
              : step !== 'settled'
                ? t('notThrough', { step: t(`steps.${step}`) })
                : handedInLate > 0
                  ? t('daysLate', { days: handedInLate })
                  : t('inTime'),
        },
      ]}
    />
  )
}

async function Differences({ loaded }: { loaded: LoadedResult }) {
  const t = await getTranslations('rounds')
  const format = await getFormatter()
  const language = await getLocale()
  const { differences, units, index, cells } = loaded
  const number = (cell: Cell | null) =>
    cell?.value == null ? '–' : format.number(cell.value, { maximumFractionDigits: 2 })
  const unitName = (id: string) => {
    const unit = units.find((one) => one.id === id)
    return unit ? (language === 'en' ? unit.nameEn : unit.name) : id
  }
  const names = new Map(listCriteria(index).map(({ code, name }) => [code, inLanguage(name, language)]))
  return (
    <section className={style.section} aria-labelledby="differences">
      <h2 id="differences">{t('differences', { count: differences.length, all: cells.length })}</h2>
      <DataTable
        caption={t('differencesCaption')}
        isCaptionHidden
        rows={differences}
        rowKey={({ unit, criterion }) => `${unit} ${criterion}`}
        columns={[
          { key: 'unit', head: t('unit'), cell: ({ unit }) => unitName(unit) },
          {
            key: 'criterion',
            head: t('criterion'),
            cell: ({ criterion }) => names.get(criterion) ?? criterion,
          },
          { key: 'before', head: t('before'), isNumber: true, cell: ({ before }) => number(before) },
          { key: 'after', head: t('after'), isNumber: true, cell: ({ after }) => number(after) },
          {
            key: 'difference',
            head: t('difference'),
            isNumber: true,
            cell: ({ before, after }) => (
              <SignedPoints
                value={before?.value == null || after?.value == null ? null : after.value - before.value}
              />
            ),
          },
        ]}
      />
    </section>
  )
}
