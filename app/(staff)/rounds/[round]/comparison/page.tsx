// Self-scores beside appraised scores: by unit, and where in the index units rated themselves higher than was found.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { type ComparedRound, compareRound } from '#lib/flows/compare-round'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../../_server/load'
import { DataTable } from '../../../../_ui/data-table'
import { EmptyState } from '../../../../_ui/empty-state'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { RoundAnswer } from '../../../../_ui/round-answer'
import { RoundTabs } from '../../../../_ui/round-tabs'
import { SignedPoints } from '../../../../_ui/signed-points'

type Props = { params: Promise<{ round: string }>; searchParams: Promise<{ unit?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('rounds'))('tabs.comparison') }
}

export default async function ComparisonPage({ params, searchParams }: Props) {
  const { round: id } = await params
  const { unit: wanted } = await searchParams
  const loaded = await load((actor) => compareRound(actor, { id }))
  const { round, units } = loaded
  const t = await getTranslations('rounds')
  const language = await getLocale()
  const judged = units.filter(({ compared }) => compared.inflation !== null)
  const unit = judged.find((one) => one.id === wanted) ?? judged[0]
  return (
    <>
      <PageHeader
        title={t('comparisonOf', { round: language === 'en' ? round.titleEn : round.title })}
        lead={t('comparisonLead')}
      />
      <RoundTabs round={id} current="comparison" isFrozen={round.frozenAt !== null} />
      {!unit ? (
        <EmptyState title={t('nothingAppraised')}>{t('nothingAppraisedLead')}</EmptyState>
      ) : (
        <div className={style.sections}>
          <section className={style.section} aria-labelledby="units">
            <h2 id="units">{t('byUnit')}</h2>
            <Units loaded={loaded} />
          </section>
          <section className={style.section} aria-labelledby="criteria">
            <h2 id="criteria">{t('byCriterion', { unit: language === 'en' ? unit.nameEn : unit.name })}</h2>
            <Criteria loaded={loaded} unit={unit} />
          </section>
        </div>
      )}
    </>
  )
}

async function Units({ loaded: { round, units } }: { loaded: ComparedRound }) {
  const t = await getTranslations('rounds')
  const format = await getFormatter()
  const language = await getLocale()
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 })
  return (
    <DataTable
      caption={t('byUnit')}
      isCaptionHidden
      rows={units}
      rowKey={(unit) => unit.id}
      columns={[
        {
          key: 'unit',
          head: t('unit'),
          cell: (unit) => (
            <Link href={`/rounds/${round.id}/comparison?unit=${unit.id}#criteria`}>
              {language === 'en' ? unit.nameEn : unit.name}
            </Link>
          ),
        },
        {
          key: 'self',
          head: t('selfSum'),
          isNumber: true,
          cell: ({ compared }) => (compared.inflation === null ? '–' : number(compared.self.points)),
        },
        {
          key: 'standing',
          head: t('standingSum'),
          isNumber: true,
          cell: ({ compared }) => (compared.inflation === null ? '–' : number(compared.standing.points)),
        },
        {
          key: 'maximum',
          head: t('maximumHead'),
          isNumber: true,
          cell: ({ compared }) => (compared.inflation === null ? '–' : number(compared.standing.maximum)),
        },
        {
          key: 'inflation',
          head: t('inflation'),
          isNumber: true,
          cell: ({ compared }) => <SignedPoints value={compared.inflation} />,
        },
        {
          key: 'count',
          head: t('changedCount'),
          isNumber: true,
          cell: ({ compared }) =>
            compared.lines.filter(({ inflation }) => inflation !== null && inflation !== 0).length,
        },
      ]}
    />
  )
}

type CriteriaProps = { loaded: ComparedRound; unit: ComparedRound['units'][number] }

async function Criteria({ loaded: { asked }, unit }: CriteriaProps) {
  const t = await getTranslations('rounds')
  const format = await getFormatter()
  const language = await getLocale()
  const rows = asked.map((criterion, at) => ({ criterion, line: unit.compared.lines[at]! }))
  return (
    <DataTable
      caption={t('byCriterion', { unit: unit.name })}
      isCaptionHidden
      rows={rows}
      rowKey={({ criterion }) => criterion.code}
      columns={[
        {
          key: 'criterion',
          head: t('criterion'),
          cell: ({ criterion }) => inLanguage(criterion.name, language),
        },
        { key: 'area', head: t('area'), cell: ({ criterion }) => inLanguage(criterion.area.name, language) },
        {
          key: 'maximum',
          head: t('maximumHead'),
          isNumber: true,
          cell: ({ criterion }) => (criterion.maximum === null ? '–' : format.number(criterion.maximum)),
        },
        {
          key: 'self',
          head: t('stages.self'),
          isNumber: true,
          cell: ({ criterion, line }) => <RoundAnswer criterion={criterion} answer={line.self} withPoints />,
        },
        {
          key: 'standing',
          head: t('standing'),
          isNumber: true,
          cell: ({ criterion, line }) => (
            <RoundAnswer criterion={criterion} answer={line.standing} withPoints />
          ),
        },
        {
          key: 'inflation',
          head: t('inflation'),
          isNumber: true,
          cell: ({ line }) => <SignedPoints value={line.inflation} />,
        },
      ]}
    />
  )
}
