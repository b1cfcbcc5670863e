// How many answers came in, by unit and mode, against the targets.
import { getLocale, getTranslations } from 'next-intl/server'
import { loadCounts } from '#lib/flows/load-counts'
import { load } from '../../_server/load'
import { CellTable } from '../../_ui/cell-table'
import { Chart } from '../../_ui/chart'
import { unitLabels } from '../../_ui/chart-labels'
import { exportLinks } from '../../_ui/export-links'
import style from '../../_ui/page.module.css'
import type { ViewProps } from './result-query'

const modes = ['self', 'kiosk', 'assisted', 'paper'] as const

export async function CountsView({ place }: ViewProps) {
  const t = await getTranslations('results')
  const language = await getLocale()
  const { wave, cells } = await load((actor) => loadCounts(actor, { wave: place.wave }))
  const labels = {
    locale: language,
    units: unitLabels(wave.units, language),
    criteria: {
      answers: t('counts.answers'),
      target: t('counts.target'),
      late: t('counts.late'),
      ...Object.fromEntries(modes.map((mode) => [`mode=${mode}`, t(`counts.${mode}`)])),
    },
  }
  return (
    <section className={style.section} aria-labelledby="counts">
      <h2 id="counts">{t('counts.title')}</h2>
      <p className={style.soft}>{t('counts.lead')}</p>
      <Chart
        chart="counts"
        cells={cells}
        labels={labels}
        description={t('counts.description')}
        fileName={`${place.wave}-counts`}
        saveLabel={t('savePicture')}
      />
      <CellTable
        caption={t('counts.title')}
        cells={cells}
        labels={labels}
        files={exportLinks('counts', { wave: place.wave }, language)}
      />
    </section>
  )
}
