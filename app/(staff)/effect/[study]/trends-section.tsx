// What the one assumption that cannot be tested would have to do to overturn the conclusion: the placebo of the waves before the
// start, and how much more the groups of communes must part afterwards.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { EarlierTrends } from '#lib/effects/study-result'
import type { StudyEffect } from '#lib/flows/load-study-effect'
import { Assumed } from '../../../_ui/assumed'
import { DataTable } from '../../../_ui/data-table'
import { figureRange, figureText, pText } from '../../../_ui/effect-figures'
import style from '../../../_ui/page.module.css'

export async function TrendsSection({ effect: { result } }: { effect: StudyEffect }) {
  const t = await getTranslations('effect.study')
  if (!result.primary.effect) return null
  const { earlier } = result.primary
  return (
    <section className={style.section} aria-labelledby="trends">
      <h2 id="trends">{t('trends')}</h2>
      <p className={style.soft}>{earlier ? t('trendsLead') : t('noTrends')}</p>
      {earlier && <Trends earlier={earlier} />}
    </section>
  )
}

async function Trends({ earlier }: { earlier: EarlierTrends }) {
  const [t, language, format] = await Promise.all([
    getTranslations('effect.study'),
    getLocale(),
    getFormatter(),
  ])
  const times = (value: number) => format.number(value, { maximumFractionDigits: 2 })
  const { breakdown } = earlier
  return (
    <>
      <p>
        <strong>
          {breakdown === null
            ? t('breakdown.always')
            : breakdown === 0
              ? t('breakdown.none')
              : t('breakdown.some', { times: times(Math.floor(breakdown * 100) / 100) })}
        </strong>
      </p>
      <DataTable
        caption={t('placebo')}
        rows={earlier.placebo.map((one, at) => ({ ...one, back: at + 1 }))}
        rowKey={({ back }) => String(back)}
        columns={[
          { key: 'period', head: t('period'), cell: ({ back }) => t('placeboPair', { back }) },
          {
            key: 'value',
            head: t('differenceHead'),
            cell: (one) => figureText(one, 'difference', language),
            isNumber: true,
          },
          { key: 'p', head: 'p', cell: ({ pValue }) => pText(pValue, language), isNumber: true },
        ]}
      />
      <DataTable
        caption={t('robust')}
        rows={earlier.robust}
        rowKey={(row) => String(row.times)}
        columns={[
          {
            key: 'times',
            head: t('times'),
            cell: (row) => t('robustTimes', { times: times(row.times) }),
          },
          {
            key: 'range',
            head: t('interval'),
            cell: ({ low, high }) => figureRange({ value: 0, low, high }, 'difference', language),
            isNumber: true,
          },
        ]}
      />
      <Assumed title={t('restsOn')} sentences={[t('trendsMethod')]} />
    </>
  )
}
