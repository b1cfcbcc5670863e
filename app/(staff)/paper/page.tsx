// Stacks of paper sheets: how far each is keyed in, who is late, and the form that registers a new one.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { type BatchLine, listPaperBatches } from '#lib/flows/list-paper-batches'
import { listWaves } from '#lib/flows/list-waves'
import { loadUnits } from '#lib/flows/load-units'
import { loadWave } from '#lib/flows/load-wave'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { DataTable } from '../../_ui/data-table'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'
import { PaperBatchForm } from '../../_ui/paper-batch-form'
import { unitName } from '../../_ui/unit-names'
import { registerBatchAction } from './actions'

type Props = { searchParams: Promise<{ wave?: string; unit?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('paper'))('title') }
}

export default async function PaperPage({ searchParams }: Props) {
  const chosen = await searchParams
  const batches = await load((actor) => listPaperBatches(actor))
  const waves = (await load(listWaves)).filter((wave) => wave.modes.includes('paper'))
  const { units } = await load(loadUnits)
  const actor = await getActor()
  const language = await getLocale()
  const format = await getFormatter()
  const t = await getTranslations('paper')
  const titles = new Map(waves.map((wave) => [wave.id, language === 'en' ? wave.titleEn : wave.title]))
  const day = (text: string) => format.dateTime(new Date(text), { dateStyle: 'short', timeZone: 'UTC' })
  const names = new Map(units.map((unit) => [unit.id, unitName(unit, language)]))
  const open = waves.filter(({ status, audience }) => status === 'open' && audience === 'citizens')
  const plans = await Promise.all(open.map(({ id }) => load((actor) => loadWave(actor, { id }))))
  const taking = new Set(plans.flatMap((plan) => plan.units.map(({ id }) => id)))
  const rights = units.filter(({ id }) => taking.has(id) && isAllowed(actor, 'paper.write', id))
  const state = (batch: BatchLine) =>
    batch.closedOn
      ? t(batch.keyedBy === 'unit' ? 'closedByUnit' : 'closed')
      : batch.isLate
        ? t('late', { day: day(batch.dueOn) })
        : t('due', { day: day(batch.dueOn) })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        <DataTable
          caption={t('title')}
          isCaptionHidden
          empty={t('none')}
          rows={batches}
          rowKey={({ waveId, unitId, number }) => `${waveId} ${unitId} ${number}`}
          columns={[
            {
              key: 'number',
              head: t('number'),
              cell: ({ waveId, unitId, number }) => (
                <Link href={`/paper/${waveId}/${unitId}/${number}`}>{number}</Link>
              ),
            },
            { key: 'wave', head: t('wave'), cell: ({ waveId }) => titles.get(waveId) ?? waveId },
            { key: 'unit', head: t('unit'), cell: ({ unitId }) => names.get(unitId) ?? unitId },
            { key: 'sheets', head: t('sheets'), isNumber: true, cell: ({ sheets }) => format.number(sheets) },
            {
              key: 'share',
              head: t('progress'),
              isNumber: true,
              cell: ({ share }) => format.number(share, { style: 'percent' }),
            },
            { key: 'state', head: t('state'), cell: state },
          ]}
        />
        {open.length > 0 && rights.length > 0 && (
          <PaperBatchForm
            action={registerBatchAction}
            waves={open.map(({ id, title, titleEn }) => ({
              value: id,
              label: language === 'en' ? titleEn : title,
            }))}
            units={rights.map(({ id }) => ({ value: id, label: names.get(id)! }))}
            chosen={{ wave: chosen.wave ?? '', unit: chosen.unit ?? '' }}
            today={dayInVietNam()}
            due={dayInVietNam(new Date(Date.now() + 14 * 86_400_000))}
          />
        )}
      </div>
    </>
  )
}
