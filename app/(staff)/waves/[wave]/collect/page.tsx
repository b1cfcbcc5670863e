// Collecting on the spot: the link that starts a kiosk or an interviewer's device, and the file of a device that found no
// network. The link is made by a plain form that comes back to this page; the PIN of a kiosk is set on the device itself.
import { NativeSelect } from '@mantine/core'
import { getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { type LoadedWave, loadWave } from '#lib/flows/load-wave'
import { collectorLabels, placeLabels } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'
import type { LocalText } from '#lib/surveys/variable'
import { load } from '../../../../_server/load'
import { publicOrigin } from '../../../../_server/public-origin'
import { getActor } from '../../../../_server/session'
import { CopyLink } from '../../../../_ui/copy-link'
import { ImportAnswersForm } from '../../../../_ui/import-answers-form'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import plain from '../../../../_ui/plain-form.module.css'
import { QrCode } from '../../../../_ui/qr-code'
import { unitName } from '../../../../_ui/unit-names'
import { importAnswersAction } from '../../actions'

type Query = Partial<Record<'u' | 'm' | 'p' | 'r', string>>
type Props = { params: Promise<{ wave: string }>; searchParams: Promise<Query> }

export async function generateMetadata() {
  return { title: (await getTranslations('collect'))('title') }
}

export default async function CollectPage({ params, searchParams }: Props) {
  const { wave: id } = await params
  const wave = await load((actor) => loadWave(actor, { id }))
  const query = await searchParams
  const t = await getTranslations('collect')
  const modes = (['kiosk', 'assisted'] as const).filter((mode) => wave.modes.includes(mode))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        <section className={style.section} aria-labelledby="set-up">
          <h2 id="set-up">{t('setUp')}</h2>
          <p>{t('placement')}</p>
          {modes.length > 0 ? <LinkForm wave={wave} modes={modes} query={query} /> : <p>{t('notOffered')}</p>}
          {query.u && query.m && <DeviceLink wave={id} query={query} />}
        </section>
        {isAllowed(await getActor(), 'answers.import') && <ImportAnswersForm action={importAnswersAction} />}
      </div>
    </>
  )
}

async function LinkForm(props: { wave: LoadedWave; modes: ('kiosk' | 'assisted')[]; query: Query }) {
  const { wave, modes, query } = props
  const t = await getTranslations('collect')
  const language = await getLocale()
  const labelled = (labels: Record<string, LocalText>, offered: string[]) =>
    offered.map((value) => ({ value, label: inLanguage(labels[value] ?? { vi: value }, language) }))
  const units = wave.units.map((unit) => ({ value: unit.id, label: unitName(unit, language) }))
  return (
    <form method="get" className={plain.form}>
      <NativeSelect
        label={t('mode')}
        name="m"
        defaultValue={query.m}
        data={modes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
      />
      <NativeSelect label={t('unit')} name="u" defaultValue={query.u} data={units} />
      <NativeSelect
        label={t('place')}
        name="p"
        defaultValue={query.p}
        data={labelled(placeLabels, ['', ...wave.places])}
      />
      <NativeSelect
        label={t('collector')}
        name="r"
        defaultValue={query.r}
        data={labelled(collectorLabels, Object.keys(collectorLabels))}
      />
      <button type="submit" className="button">
        {t('make')}
      </button>
    </form>
  )
}

async function DeviceLink({ wave, query }: { wave: string; query: Query }) {
  const t = await getTranslations('collect')
  const parameters = new URLSearchParams()
  for (const name of ['u', 'm', 'p', 'r'] as const) if (query[name]) parameters.set(name, query[name])
  const link = `${await publicOrigin()}/s/${encodeURIComponent(wave)}?${parameters}`
  return (
    <div role="status">
      <h3>{t('link')}</h3>
      <CopyLink link={link} unit={query.u ?? ''} />
      <p className={style.small}>{t('linkNote')}</p>
      <div style={{ width: '12rem' }}>
        <QrCode text={link} label={t('qr')} />
      </div>
    </div>
  )
}
