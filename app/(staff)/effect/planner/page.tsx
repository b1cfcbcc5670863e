// Before the campaign: who is asked and who starts first, while it can still be decided. Three steps on one page: what a
// study can see, what it costs, which communes first.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { rolloutStarts } from '#lib/effects/rollout-starts'
import { listResultChoices } from '#lib/flows/list-result-choices'
import { listRollouts } from '#lib/flows/list-rollouts'
import { loadUnits } from '#lib/flows/load-units'
import { planStudy } from '#lib/flows/plan-study'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { getActor } from '../../../_server/session'
import { DataTable } from '../../../_ui/data-table'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { RolloutForm } from '../../../_ui/rollout-form'
import { StudySizeForm } from '../../../_ui/study-size-form'
import { drawRolloutAction } from '../actions'
import { SizeView } from './size-view'

export async function generateMetadata() {
  return { title: (await getTranslations('effect'))('planner.title') }
}

type Props = { searchParams: Promise<Record<string, string | undefined>> }

export default async function PlannerPage({ searchParams }: Props) {
  const query = await searchParams
  const planned = await load((actor) => planStudy(actor, query))
  const rollouts = await load(listRollouts)
  const mayDraw = isAllowed(await getActor(), 'effects.write')
  const t = await getTranslations('effect')
  return (
    <>
      <PageHeader title={t('planner.title')} lead={t('planner.lead')} />
      <div className={style.sections}>
        <section className={style.section} aria-labelledby="size">
          <h2 id="size">{t('size.title')}</h2>
          <p className={style.soft}>{t('size.lead')}</p>
          <StudySizeForm key={JSON.stringify(planned.typed)} typed={planned.typed} faults={planned.faults} />
          {planned.size && planned.plan && (
            <SizeView planned={planned} plan={planned.plan} size={planned.size} />
          )}
        </section>
        <section className={style.section} aria-labelledby="rollout">
          <h2 id="rollout">{t('rollout.title')}</h2>
          <p className={style.soft}>{t('rollout.lead')}</p>
          {mayDraw && <DrawForm />}
          <Draws rollouts={rollouts} />
        </section>
      </div>
    </>
  )
}

async function DrawForm() {
  const [{ units }, choices, t, language] = await Promise.all([
    load(loadUnits),
    load(listResultChoices),
    getTranslations('effect'),
    getLocale(),
  ])
  const drawn = choices.waves.filter(({ design }) => design === 'clusters')
  const title = (wave: { title: string; titleEn: string }) => (language === 'en' ? wave.titleEn : wave.title)
  const matches = drawn.flatMap((wave) => [
    ...choices.indexes
      .filter(({ forms }) => forms.length === 1 && forms[0] === wave.form)
      .map((index) => ({
        value: `baseline|${index.name}|${wave.id}`,
        label: t('rollout.baselineOf', { index: inLanguage(index.title, language), wave: title(wave) }),
      })),
    { value: `adults||${wave.id}`, label: t('rollout.adultsOf', { wave: title(wave) }) },
  ])
  const today = dayInVietNam()
  const [, first] = rolloutStarts({
    first: `${today.slice(0, 7)}-01`,
    steps: 2,
    monthsBetween: 1,
    hasComparison: false,
  })
  return (
    <RolloutForm
      action={drawRolloutAction}
      units={units}
      title={t('rollout.startTitle', { year: first!.slice(0, 4) })}
      first={first!}
      matches={matches}
    />
  )
}

async function Draws({ rollouts }: { rollouts: Awaited<ReturnType<typeof listRollouts>> }) {
  const [t, format] = await Promise.all([getTranslations('effect.rollout'), getFormatter()])
  return (
    <>
      <h3>{t('made')}</h3>
      <p className={style.small}>{t('madeLead')}</p>
      <DataTable
        caption={t('made')}
        isCaptionHidden
        rows={rollouts}
        rowKey={({ id }) => id}
        empty={t('none')}
        columns={[
          {
            key: 'title',
            head: t('name'),
            cell: ({ id, title }) => <Link href={`/effect/rollouts/${id}`}>{title}</Link>,
          },
          { key: 'method', head: t('method'), cell: ({ method }) => t(`methods.${method}`) },
          {
            key: 'communes',
            head: t('communesInGroups'),
            cell: ({ steps }) => steps.map(({ units }) => units.length).join(' + '),
          },
          { key: 'by', head: t('drawnBy'), cell: ({ drawnByName }) => drawnByName },
          {
            key: 'at',
            head: t('drawnAt'),
            cell: ({ drawnAt }) =>
              format.dateTime(drawnAt, {
                dateStyle: 'short',
                timeStyle: 'short',
                timeZone: 'Asia/Ho_Chi_Minh',
              }),
          },
        ]}
      />
    </>
  )
}
