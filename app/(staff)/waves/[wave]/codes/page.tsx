// One-time codes that a desk hands out for a wave: the batches that were made, what may be told about their use, and the
// form that makes the slips of a new one.
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listVisitBatches } from '#lib/flows/list-visit-batches'
import { loadWave } from '#lib/flows/load-wave'
import { slipWords } from '#lib/surveys/slip-words'
import { load } from '../../../../_server/load'
import { publicOrigin } from '../../../../_server/public-origin'
import { getActor } from '../../../../_server/session'
import { EmptyState } from '../../../../_ui/empty-state'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { unitName } from '../../../../_ui/unit-names'
import { VisitBatchForm } from '../../../../_ui/visit-batch-form'
import { VisitBatchTable } from '../../../../_ui/visit-batch-table'
import { VisitFiguresForm } from '../../../../_ui/visit-figures-form'
import { createCodesAction, revokeBatchAction, saveFiguresAction } from './actions'

type Props = { params: Promise<{ wave: string }>; searchParams: Promise<{ batch?: string }> }

const slipsLast = 30 * 86_400_000

export async function generateMetadata({ params }: Props) {
  return { title: `${(await getTranslations('codes'))('title')} ${(await params).wave}` }
}

export default async function VisitCodesPage({ params, searchParams }: Props) {
  const { wave: id } = await params
  const { batch: chosen } = await searchParams
  const wave = await load((actor) => loadWave(actor, { id }))
  const actor = await getActor()
  const language = await getLocale()
  const t = await getTranslations('codes')
  const back = <Link href={`/waves/${id}`}>{t('back')}</Link>
  if (!wave.entries.includes('visit-code'))
    return (
      <EmptyState title={t('notOffered')} actions={back}>
        {t('notOfferedLead')}
      </EmptyState>
    )
  const batches = await load((one) => listVisitBatches(one, { wave: id }))
  const units = wave.units.map((unit) => ({ ...unit, label: unitName(unit, language) }))
  const own = units.filter((unit) => isAllowed(actor, 'codes.write', unit.id))
  const shown = batches.find((batch) => batch.id === chosen && own.some((unit) => unit.id === batch.unitId))
  const lastDay = new Date(Math.min(Date.now() + slipsLast, Math.max(Date.now(), wave.closesAt.getTime())))
  const isOver = wave.status === 'closed' || wave.status === 'cancelled'
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={back} />
      <div className={style.sections}>
        <VisitBatchTable
          batches={batches}
          units={new Map(units.map((unit) => [unit.id, unit.label]))}
          wave={id}
          canOpen={own.length > 0}
        />
        {shown && (
          <VisitFiguresForm
            key={shown.id}
            batch={shown}
            save={saveFiguresAction}
            revoke={revokeBatchAction}
          />
        )}
        {own.length > 0 && !isOver && (
          <VisitBatchForm
            action={createCodesAction}
            wave={{ id, title: wave.title, isSample: wave.isSample, places: wave.places }}
            units={own.map(({ id: value, name, label }) => ({ value, name, label }))}
            words={slipWords(wave.languages)}
            origin={await publicOrigin()}
            today={dayInVietNam()}
            lastDay={dayInVietNam(lastDay)}
          />
        )}
        <section className={style.section} aria-labelledby="secrecy">
          <h2 id="secrecy">{t('secrecy')}</h2>
          <ul>
            {(['table', 'limits', 'desk'] as const).map((key) => (
              <li key={key}>{t(`secrecyNotes.${key}`)}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
