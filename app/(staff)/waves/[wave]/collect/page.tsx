// Collecting on the spot: the link that starts a kiosk or an interviewer's device, and the file of a device that found no
// network. The link is made by plain forms that come back to this page; the PIN of a kiosk is set on the device itself.
import { Alert, NativeSelect } from '@mantine/core'
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { loadCollecting } from '#lib/flows/load-collecting'
import type { LoadedWave } from '#lib/flows/load-wave'
import { collectorLabels, placeLabels } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'
import type { LocalText } from '#lib/surveys/variable'
import { graceEnd } from '#lib/wave-grace'
import { load } from '../../../../_server/load'
import { publicOrigin } from '../../../../_server/public-origin'
import { DeviceLink, type DevicePlace } from '../../../../_ui/device-link'
import { ImportAnswersForm } from '../../../../_ui/import-answers-form'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import plain from '../../../../_ui/plain-form.module.css'
import { unitName } from '../../../../_ui/unit-names'
import { importAnswersAction } from '../../actions'

type Query = Partial<Record<'u' | 'm' | 'p' | 'r', string>>
type Props = { params: Promise<{ wave: string }>; searchParams: Promise<Query> }
type Mode = DevicePlace['mode']

export async function generateMetadata() {
  return { title: (await getTranslations('collect'))('title') }
}

export default async function CollectPage({ params, searchParams }: Props) {
  const { wave: id } = await params
  const { wave, networkReasons } = await load((actor) => loadCollecting(actor, { id }))
  const query = await searchParams
  const t = await getTranslations('collect')
  const language = await getLocale()
  const needsNetwork = networkReasons.length > 0
  const isOver = wave.status === 'closed' || wave.status === 'cancelled'
  const modes = (['kiosk', 'assisted'] as const).filter(
    (mode) => !isOver && wave.modes.includes(mode) && !(mode === 'kiosk' && needsNetwork),
  )
  const chosen = modes.find((mode) => mode === query.m)
  const unit = wave.units.find((one) => one.id === query.u)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={
          <>
            {language === 'en' ? wave.titleEn : wave.title} ·{' '}
            <Link href={`/waves/${id}`}>{t('backToWave')}</Link>
          </>
        }
      />
      <div className={style.sections}>
        <section className={style.section} aria-labelledby="set-up">
          <h2 id="set-up">{t('setUp')}</h2>
          <p className={style.soft}>{t('lead')}</p>
          {needsNetwork && (
            <Alert color="yellow.9" variant="outline" title={t('needsNetwork')}>
              {t('needsNetworkNote')}{' '}
              <span className={style.small}>{t('because', { parts: networkReasons.join('; ') })}</span>
            </Alert>
          )}
          {isOver && <p>{t('over')}</p>}
          {modes.length === 0 && !needsNetwork && !isOver && <p>{t('notOffered')}</p>}
          <div className={style.grid}>
            {modes.map((mode) => (
              <LinkForm key={mode} wave={wave} mode={mode} query={query.m === mode ? query : {}} />
            ))}
          </div>
          {chosen && unit && (
            <DeviceLink
              origin={await publicOrigin()}
              place={{ wave: id, unit: unit.id, mode: chosen, place: query.p, collector: query.r }}
              unitName={unitName(unit, language)}
            />
          )}
        </section>
        <ImportAnswersForm action={importAnswersAction} wave={id} grace={await graceNote(wave)} />
      </div>
    </>
  )
}

/** A kiosk is used by people themselves; whoever asks for them has a role. */
async function LinkForm({ wave, mode, query }: { wave: LoadedWave; mode: Mode; query: Query }) {
  const t = await getTranslations('collect')
  const language = await getLocale()
  const labelled = (labels: Record<string, LocalText>, offered: string[]) =>
    offered.map((value) => ({ value, label: inLanguage(labels[value] ?? { vi: value }, language) }))
  const units = wave.units.map((unit) => ({ value: unit.id, label: unitName(unit, language) }))
  const usual =
    mode === 'kiosk' ? { place: 'desk', collector: '' } : { place: 'home', collector: 'enumerator' }
  const collectors = Object.keys(collectorLabels).filter((role) => mode === 'kiosk' || role !== '')
  return (
    <section className={style.panel} aria-labelledby={`start-${mode}`}>
      <h3 id={`start-${mode}`}>{t(`modes.${mode}`)}</h3>
      <p className={style.small}>{t(`modeNotes.${mode}`)}</p>
      <form method="get" className={plain.form}>
        <input type="hidden" name="m" value={mode} />
        <NativeSelect label={t('unit')} name="u" defaultValue={query.u} data={units} />
        <NativeSelect
          label={t('place')}
          name="p"
          defaultValue={query.p ?? (wave.places.includes(usual.place) ? usual.place : '')}
          data={labelled(placeLabels, ['', ...wave.places])}
        />
        <NativeSelect
          label={t(`collectors.${mode}`)}
          name="r"
          defaultValue={query.r ?? usual.collector}
          data={labelled(collectorLabels, collectors)}
        />
        <div>
          <button type="submit" className="button">
            {t(`make.${mode}`)}
          </button>
        </div>
      </form>
    </section>
  )
}

/** Until when a file can be handed in. */
async function graceNote(wave: LoadedWave): Promise<string> {
  const t = await getTranslations('collect')
  const format = await getFormatter()
  const moment = (date: Date) => format.dateTime(date, { dateStyle: 'short', timeStyle: 'short' })
  const closes = moment(wave.closesAt)
  if (wave.graceDays === 0) return t('noGrace', { closes })
  return t('grace', { closes, until: moment(graceEnd(wave)) })
}
