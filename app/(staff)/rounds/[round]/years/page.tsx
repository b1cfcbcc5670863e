// A frozen round beside an earlier one: what became better or worse, and what cannot be compared because units merged.
import { getLocale, getTranslations } from 'next-intl/server'
import { compareYears } from '#lib/flows/compare-years'
import { listCriteria } from '#lib/scoring/name-criteria'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../../_server/load'
import { ChangeSection } from '../../../../_ui/change-section'
import { indexLabels } from '../../../../_ui/chart-labels'
import { CriterionChoice } from '../../../../_ui/criterion-choice'
import { EmptyState } from '../../../../_ui/empty-state'
import { exportLinks } from '../../../../_ui/export-links'
import { OneChoice } from '../../../../_ui/one-choice'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { RoundTabs } from '../../../../_ui/round-tabs'

type Query = { with?: string; criterion?: string }
type Props = { params: Promise<{ round: string }>; searchParams: Promise<Query> }

export async function generateMetadata() {
  return { title: (await getTranslations('rounds'))('tabs.years') }
}

export default async function YearsPage({ params, searchParams }: Props) {
  const { round: id } = await params
  const query = await searchParams
  const asked = { id, ...(query.with ? { with: query.with } : {}) }
  const years = await load((actor) => compareYears(actor, asked))
  const { round, index, baseline, choices, named, cells, levels } = years
  const t = await getTranslations('rounds')
  const language = await getLocale()
  const titleOf = (one: { title: string; titleEn: string }) => (language === 'en' ? one.titleEn : one.title)
  const criteria = listCriteria(index)
  const hasFigure = ({ code }: { code: string }) =>
    cells.some((cell) => cell.criterion === code && cell.value !== null)
  const criterion =
    criteria.find(({ code }) => code === query.criterion) ?? criteria.find(hasFigure) ?? criteria[0]!
  const heading = t('yearsOf', { criterion: inLanguage(criterion.name, language) })
  return (
    <>
      <PageHeader title={t('yearsTitle', { round: titleOf(round) })} lead={t('yearsLead')} />
      <RoundTabs round={id} current="years" isFrozen />
      {!baseline ? (
        <EmptyState title={t('noEarlier')}>{t('noEarlierLead')}</EmptyState>
      ) : (
        <section className={style.section} aria-labelledby="years">
          <h2 id="years">{heading}</h2>
          <OneChoice
            name="with"
            label={t('yearsWith')}
            choices={choices.map((one) => ({ value: one.id, label: titleOf(one) }))}
            chosen={baseline.id}
            kept={{ criterion: criterion.code }}
          />
          <CriterionChoice criteria={criteria} chosen={criterion.code} kept={{ with: baseline.id }} />
          <p>{t('yearsRule')}</p>
          <ChangeSection
            caption={heading}
            cells={cells.filter((cell) => cell.criterion === criterion.code)}
            levels={levels}
            periods={{ before: String(baseline.year), after: String(round.year) }}
            labels={indexLabels(index, named, language)}
            fileName={`${id}-${criterion.code}-change`}
            files={exportLinks('round-change', { id, with: baseline.id }, language)}
          />
        </section>
      )}
    </>
  )
}
