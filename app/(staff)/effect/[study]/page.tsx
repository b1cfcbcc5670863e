// The one page that answers "is it working?": the verdict, the picture of a minute, then everything that it rests on.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { isAllowed } from '#lib/access'
import { listResultChoices } from '#lib/flows/list-result-choices'
import { loadStudyEffect, type StudyEffect } from '#lib/flows/load-study-effect'
import { readVocabulary } from '#lib/flows/read-vocabulary'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { getActor } from '../../../_server/session'
import { AddWaveForm } from '../../../_ui/add-wave-form'
import { DeclareStudyForm } from '../../../_ui/declare-study-form'
import { exportLinks } from '../../../_ui/export-links'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { PrintButton } from '../../../_ui/print-button'
import { addStudyWaveAction, declareStudyAction } from '../actions'
import { ComparisonSection } from './comparison-section'
import { PictureSection } from './picture-section'
import { PeopleSection, ReachSection } from './reach-section'
import { OutcomesSection, StatisticianSection } from './statistician-section'
import { TrendsSection } from './trends-section'
import { VerdictBox } from './verdict-box'

type Props = { params: Promise<{ study: string }> }

/** Title and page ask for the same study; it is computed once. */
const loadOnce = cache((id: string) => load((actor) => loadStudyEffect(actor, { id })))

export async function generateMetadata({ params }: Props) {
  const { study: id } = await params
  const { study } = await loadOnce(id)
  return { title: (await getLocale()) === 'en' ? study.titleEn : study.title }
}

export default async function StudyPage({ params }: Props) {
  const { study: id } = await params
  const effect = await loadOnce(id)
  const [t, language, format, words] = await Promise.all([
    getTranslations('effect.study'),
    getLocale(),
    getFormatter(),
    readVocabulary(),
  ])
  const { study, result } = effect
  const areaNames = new Map(words.areas.map(({ code, name }) => [code, inLanguage(name, language)]))
  const channelNames = Object.fromEntries(
    words.channels.map(({ code, name }) => [code, inLanguage(name, language)]),
  )
  const hasFollowUp = result.followUp !== null
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })
  return (
    <>
      <PageHeader
        title={language === 'en' ? study.titleEn : study.title}
        lead={
          study.declaredAt
            ? t('leadDeclared', { at: day(study.declaredAt), name: study.declaredByName })
            : t('leadDraft')
        }
        actions={<PrintButton label={t('print')} />}
      />
      <div className={style.sections}>
        <VerdictBox effect={effect} />
        {!study.declaredAt && <OfficerForms effect={effect} />}
        {hasFollowUp && (
          <>
            <PictureSection effect={effect} areaNames={areaNames} />
            <p className={`${style.row} no-print`}>
              <span>{t('files')}</span>
              {exportLinks('study-effect', { id }, language).map(({ href, label }) => (
                <a key={href} href={href} download>
                  {label}
                </a>
              ))}
            </p>
            <ComparisonSection effect={effect} />
            <OutcomesSection effect={effect} />
            <ReachSection effect={effect} channelNames={channelNames} />
            <PeopleSection effect={effect} channelNames={channelNames} />
          </>
        )}
        <TrendsSection effect={effect} />
        <StatisticianSection effect={effect} />
        {study.declaredAt && <OfficerForms effect={effect} />}
      </div>
    </>
  )
}

/** Declaring a draft, adding the next wave: for officers only. */
async function OfficerForms({ effect: { study } }: { effect: StudyEffect }) {
  if (!isAllowed(await getActor(), 'effects.write')) return null
  const [choices, language] = await Promise.all([load(listResultChoices), getLocale()])
  const others = choices.waves.filter(({ id }) => !study.waveIds.includes(id))
  return (
    <div className={`${style.grid} no-print`}>
      {!study.declaredAt && <DeclareStudyForm action={declareStudyAction} study={study.id} />}
      {others.length > 0 && (
        <AddWaveForm
          action={addStudyWaveAction}
          study={study.id}
          waves={others.map((wave) => ({
            value: wave.id,
            label: language === 'en' ? wave.titleEn : wave.title,
          }))}
        />
      )}
    </div>
  )
}
