// Plans a wave.
import { getLocale, getTranslations } from 'next-intl/server'
import { listFormsToPlan } from '#lib/flows/list-forms-to-plan'
import { loadPrivacySettings } from '#lib/flows/load-privacy-settings'
import { loadUnits } from '#lib/flows/load-units'
import { loadVillageDraw } from '#lib/flows/load-village-draw'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { PageHeader } from '../../../_ui/page-header'
import { WaveForm } from '../../../_ui/wave-form'
import { createWaveAction } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('waves'))('newTitle') }
}

type Props = { searchParams: Promise<{ villages?: string }> }

export default async function NewWavePage({ searchParams }: Props) {
  const { villages } = await searchParams
  const drawn = villages ? await load((actor) => loadVillageDraw(actor, { id: villages })) : null
  const found = await load(listFormsToPlan)
  const { units } = await load(loadUnits)
  const t = await getTranslations('waves')
  const language = await getLocale()
  const forms = found.map(({ name, version, title, audience, serving }) => ({
    value: name,
    label: `${inLanguage(title, language)} (v${version})`,
    audience,
    serving,
  }))
  return (
    <>
      <PageHeader title={t('newTitle')} lead={t('newLead')} />
      <WaveForm
        action={createWaveAction}
        forms={forms}
        units={units.filter((unit) => unit.level === 'commune')}
        opensAt={timeInVietNam(0)}
        closesAt={timeInVietNam(30)}
        smallestGroup={(await load(loadPrivacySettings)).smallestGroup}
        villages={drawn?.text}
      />
    </>
  )
}

/** The full hour in Viet Nam that many days from now, as a date-time field wants it. */
function timeInVietNam(days: number): string {
  const later = new Date(Date.now() + days * 86_400_000)
  const text = later.toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
  return `${text.slice(0, 10)}T${text.slice(11, 13)}:00`
}
