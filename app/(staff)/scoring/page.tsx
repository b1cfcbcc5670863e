// Results of an index in a wave, from several sides. The address holds everything that was chosen.

import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { listResultChoices } from '#lib/flows/list-result-choices'
import { entryChoiceLabels } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { EmptyState } from '../../_ui/empty-state'
import { EntryNote } from '../../_ui/entry-note'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'
import { ResultPicker } from '../../_ui/result-picker'
import { TabLinks } from '../../_ui/tab-links'
import { ChangeView } from './change-view'
import { chooseResults } from './choose-results'
import { CountsView } from './counts-view'
import { DistributionsView } from './distributions-view'
import { OverviewView } from './overview-view'
import { QualityView } from './quality-view'
import { RankingView } from './ranking-view'
import { ReleaseSection } from './release-section'
import { ResponsesSection } from './responses-section'
import { type ResultQuery, tabs } from './result-query'
import { TryView } from './try-view'
import { WhyView } from './why-view'

export async function generateMetadata() {
  return { title: (await getTranslations('results'))('title') }
}

const views = {
  overview: OverviewView,
  ranking: RankingView,
  change: ChangeView,
  distributions: DistributionsView,
  counts: CountsView,
  quality: QualityView,
  why: WhyView,
  try: TryView,
}

export default async function ResultsPage({ searchParams }: { searchParams: Promise<ResultQuery> }) {
  const query = await searchParams
  const t = await getTranslations('results')
  const language = await getLocale()
  const choices = await load(listResultChoices)
  const chosen = chooseResults(choices, query)
  if (!chosen)
    return (
      <>
        <PageHeader title={t('title')} lead={t('lead')} />
        <EmptyState title={t('empty.title')} actions={<Link href="/waves">{t('empty.openWaves')}</Link>}>
          {choices.indexes.length === 0 ? t('empty.noIndex') : t('empty.noWave')}
        </EmptyState>
      </>
    )
  const { index, wave, baseline, tab, entry } = chosen
  const place = {
    index: index.name,
    wave: wave.id,
    baseline: baseline?.id ?? '',
    ...(entry ? { entry } : {}),
  }
  const View = views[tab]
  const actor = await getActor()
  const titleOf = (one: { title: string; titleEn: string }) => (language === 'en' ? one.titleEn : one.title)
  const toChoice = (one: (typeof choices.waves)[number]) => ({ value: one.id, label: titleOf(one) })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        <ResultPicker
          key={JSON.stringify(place)}
          indexes={choices.indexes.map((one) => ({
            value: one.name,
            label: `${inLanguage(one.title, language)} (v${one.version})`,
          }))}
          waves={chosen.waves.map(toChoice)}
          baselines={chosen.baselines.map(toChoice)}
          entries={chosen.entries.map((one) => ({
            value: one,
            label: inLanguage(entryChoiceLabels[one], language),
          }))}
          chosen={{ ...place, entry: entry ?? chosen.reported, tab }}
        />
        <TabLinks
          label={t('views')}
          tabs={tabs
            .filter((name) => name !== 'try' || isAllowed(actor, 'weights.try'))
            .map((name) => ({
              href: `/scoring?${new URLSearchParams({ ...place, tab: name })}`,
              label: t(`tabs.${name}`),
              isCurrent: name === tab,
            }))}
        />
        {tab !== 'counts' && <EntryNote entries={wave.entries} entry={entry ?? chosen.reported} />}
        <View place={place} query={query} />
        {isAllowed(actor, 'releases.write') && tab === 'overview' && (
          <ReleaseSection place={place} title={titleOf(wave)} />
        )}
        {isAllowed(actor, 'responses.export') && tab === 'counts' && <ResponsesSection wave={wave.id} />}
      </div>
    </>
  )
}
