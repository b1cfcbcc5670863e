// The form of a wave on paper, for one unit: opened in a tab of its own, printed from there. The language of the officer's
// screen does not matter: the sheet is Vietnamese with a second language beneath, or Vietnamese alone.
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { loadPaperForm } from '#lib/flows/load-paper-form'
import { loadWave } from '#lib/flows/load-wave'
import { qrPath } from '#lib/qr-path'
import { pageMarks } from '#lib/surveys/paper-form/page-marks'
import { paperForm } from '#lib/surveys/paper-form/paper-form'
import { paperStyle } from '#lib/surveys/paper-form/paper-style'
import { formLanguages } from '#lib/surveys/paper-form/two-languages'
import { load } from '../../../../_server/load'
import { publicOrigin } from '../../../../_server/public-origin'
import { PaperSheet } from '../../../../_ui/paper-sheet'
import { PaperTools } from '../../../../_ui/paper-tools'
import { unitName } from '../../../../_ui/unit-names'

type Props = {
  params: Promise<{ wave: string }>
  searchParams: Promise<{ unit?: string; second?: string }>
}

export async function generateMetadata({ params }: Props) {
  return { title: `${(await getTranslations('paper'))('print')} ${(await params).wave}` }
}

export default async function PaperFormPage({ params, searchParams }: Props) {
  const { wave: id } = await params
  const { unit: asked, second: wanted = 'en' } = await searchParams
  const wave = await load((actor) => loadWave(actor, { id }))
  const unit = wave.units.find((one) => one.id === asked) ?? wave.units[0]!
  const print = await load((actor) => loadPaperForm(actor, { wave: id, unit: unit.id }))
  const language = await getLocale()
  const t = await getTranslations('paper')
  const languages = formLanguages(print.form)
  const second = languages.find((one) => one === wanted)
  const origin = await publicOrigin()
  const stack = new URLSearchParams({ wave: id, unit: unit.id, form: print.formName })
  const { path, side } = qrPath(`${origin}/paper?${stack}`)
  const marks = pageMarks({
    form: print.formName,
    wave: id,
    unit: unit.name,
    qr: `<svg viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`,
  })
  return (
    <main id="main">
      <PaperTools
        back={<Link href={`/waves/${id}`}>{t('backToWave')}</Link>}
        units={wave.units.map((one) => ({ id: one.id, name: unitName(one, language) }))}
        unit={unit.id}
        languages={languages}
        second={second ?? ''}
      />
      <PaperSheet
        style={paperStyle + marks}
        sheet={paperForm(print.form, print.head, second ? ['vi', second] : ['vi']).text}
      />
    </main>
  )
}
