// One plan: written here while it is a draft, read by everybody else, decided about by the office above.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { type LoadedPlan, loadPlan } from '#lib/flows/load-plan'
import { load } from '../../../../_server/load'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { PlanBadge } from '../../../../_ui/plan-badge'
import { PlanAmendForm, PlanSettleForm } from '../../../../_ui/plan-decision-form'
import { PlanEditor } from '../../../../_ui/plan-editor'
import { PlanHistory } from '../../../../_ui/plan-history'
import { PlanView } from '../../../../_ui/plan-view'
import { type PlanWords, planWords } from '../../../../_ui/plan-words'
import { ReportLinks } from '../../../../_ui/report-links'
import { unitName } from '../../../../_ui/unit-names'
import {
  amendPlanAction,
  issuePlanAction,
  savePlanAction,
  settlePlanAction,
  submitPlanAction,
} from '../../actions'
import { PlanSituation } from '../../plan-situation'

type Props = { params: Promise<{ unit: string; year: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: (await getTranslations('plans'))('titleOf', { year: (await params).year }) }
}

export default async function PlanPage({ params }: Props) {
  const place = await params
  if (!/^20\d\d$/.test(place.year)) notFound()
  const loaded = await load((actor) => loadPlan(actor, place))
  const { unit, below, vocabulary, may, step, seen, lateness } = loaded
  const { year } = loaded.place
  const t = await getTranslations('plans')
  const language = await getLocale()
  const words = planWords(vocabulary, below, language)
  const at = { unit: unit.id, year, seen }
  return (
    <>
      <PageHeader
        title={t('planOf', { unit: unitName(unit, language), year })}
        lead={
          <>
            <Link href={`/plans?year=${year}`}>{t('boardOf', { year })}</Link>{' '}
            <PlanBadge
              step={seen === 0 ? 'missing' : step}
              late={lateness.daysLate}
              isNever={lateness.isNever}
            />
          </>
        }
      />
      <div className={style.sections}>
        <PlanSituation loaded={loaded} />
        {may.save ? (
          <PlanEditor
            key={step}
            {...at}
            body={loaded.body}
            isIssuer={loaded.isIssuer}
            words={words}
            contents={loaded.above?.contents.map(({ area }) => area) ?? []}
            offices={offices(loaded)}
            lastYear={loaded.lastYear}
            actions={{ save: savePlanAction, finish: loaded.isIssuer ? issuePlanAction : submitPlanAction }}
          />
        ) : (
          <PlanView id="plan" body={loaded.body} words={words} />
        )}
        <ReportLinks what="plan" query={{ unit: unit.id, year: String(year) }} />
        {may.accept && <PlanSettleForm key={seen} action={settlePlanAction} {...at} />}
        {may.amend && <PlanAmendForm key={seen} action={amendPlanAction} {...at} />}
        <Beside loaded={loaded} words={words} />
        <PlanHistory events={loaded.events} />
      </div>
    </>
  )
}

/** The plan of the office above, and the wording in force while an amendment is being written. */
async function Beside({ loaded, words }: { loaded: LoadedPlan; words: PlanWords }) {
  const { above, issuer, inForce, place } = loaded
  const t = await getTranslations('plans')
  const language = await getLocale()
  return (
    <>
      {inForce && (
        <details className={style.panel}>
          <summary>{t('inForce')}</summary>
          <PlanView id="in-force" body={inForce} words={words} />
        </details>
      )}
      {issuer && above && (
        <details className={style.panel}>
          <summary>{t('planOf', { unit: unitName(issuer, language), year: place.year })}</summary>
          <PlanView id="above" body={above} words={words} />
        </details>
      )}
    </>
  )
}

/** Offices that this plan or the one above names already. */
function offices({ body, above }: LoadedPlan): string[] {
  const named = [...body.items, ...body.duties, ...(above?.duties ?? [])].map(({ office }) => office)
  return [...new Set(named.filter(Boolean))]
}
