// The declared comparison: what communes with the campaign gained beyond those without it, the picture around the start, and
// beside it the figure that is usually quoted and why it is not the effect.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { eventCells } from '#lib/effects/effect-cells'
import { NOTES } from '#lib/effects/effect-words'
import type { StudyEffect } from '#lib/flows/load-study-effect'
import { EFFECT_ASSUMPTIONS } from '#lib/stats/effect-warnings'
import { inLanguage } from '#lib/surveys/local-text'
import { Assumed } from '../../../_ui/assumed'
import { Chart } from '../../../_ui/chart'
import { DataTable } from '../../../_ui/data-table'
import { figureText, figureValue } from '../../../_ui/effect-figures'
import style from '../../../_ui/page.module.css'
import own from './study.module.css'
import { Obstacles } from './verdict-box'

export async function ComparisonSection({ effect: loaded }: { effect: StudyEffect }) {
  const [t, language] = await Promise.all([getTranslations('effect.study'), getLocale()])
  const { result, outcomes } = loaded
  const { primary } = result
  const outcome = inLanguage(outcomes[primary.key] ?? { vi: primary.key }, language)
  const percent = (value: number) => figureValue(value, 'percent', language)
  const gain = (value: number) => figureValue(value, 'difference', language)
  const { groups, effect, naive } = primary
  const sentences = result.assumptions.map((code) => EFFECT_ASSUMPTIONS[code][language])
  return (
    <section className={style.section} aria-labelledby="comparison">
      <h2 id="comparison">{t('comparison', { outcome })}</h2>
      {groups && (
        <DataTable
          caption={t('comparison', { outcome })}
          isCaptionHidden
          rows={[
            { key: 'treated', before: groups.treatedBefore, after: groups.treatedAfter },
            { key: 'comparison', before: groups.otherBefore, after: groups.otherAfter },
          ]}
          rowKey={({ key }) => key}
          columns={[
            { key: 'group', head: t('group'), cell: ({ key }) => t(`groups.${key as 'treated'}`) },
            { key: 'before', head: t('before'), cell: ({ before }) => percent(before), isNumber: true },
            { key: 'after', head: t('after'), cell: ({ after }) => percent(after), isNumber: true },
            {
              key: 'gain',
              head: t('gain'),
              cell: ({ before, after }) => gain(after - before),
              isNumber: true,
            },
          ]}
        />
      )}
      {effect ? (
        <p>
          <strong>{t('difference', { figure: figureText(effect, 'difference', language) })}</strong>
        </p>
      ) : (
        <div className={own.cannot}>
          <p>{t('cannotTell')}</p>
          <Obstacles codes={primary.obstacles} />
        </div>
      )}
      {naive && (
        <p className={style.unofficial}>
          {t('naive', { figure: figureText(naive, 'difference', language) })} {NOTES.naive[language]}
        </p>
      )}
      <Assumed title={t('restsOn')} sentences={sentences} />
      {primary.events.length > 0 && <EventPicture effect={loaded} />}
      <Communes effect={loaded} />
    </section>
  )
}

async function EventPicture({ effect: { study, result } }: { effect: StudyEffect }) {
  const [t, language] = await Promise.all([getTranslations('effect.study'), getLocale()])
  const cells = eventCells(result.primary)
  /** Event 0 is the first wave after the start, -1 the last before it. */
  const eventName = (event: number) =>
    event < 0
      ? t('event', { side: 'before', count: -event })
      : t('event', { side: 'after', count: event + 1 })
  const names = result.primary.events.map(({ event }) => [`event=${event}`, eventName(event)])
  const labels = { locale: language, units: {}, criteria: Object.fromEntries(names) }
  return (
    <>
      <h3>{t('events')}</h3>
      <p className={own.legend}>{t('eventsLead')}</p>
      <Chart
        chart="event-study"
        cells={cells}
        labels={labels}
        description={t('eventsDescription')}
        fileName={`${study.id}-events`}
        saveLabel={t('savePicture')}
      />
      <DataTable
        caption={t('events')}
        isCaptionHidden
        rows={result.primary.events}
        rowKey={({ event }) => String(event)}
        columns={[
          { key: 'event', head: t('wave'), cell: ({ event }) => eventName(event) },
          {
            key: 'value',
            head: t('differenceHead'),
            cell: (point) => figureText(point, 'difference', language),
            isNumber: true,
          },
          { key: 'treated', head: t('groups.treated'), cell: ({ treated }) => treated, isNumber: true },
          {
            key: 'other',
            head: t('groups.comparison'),
            cell: ({ comparison }) => comparison,
            isNumber: true,
          },
        ]}
      />
      <Assumed
        title={t('restsOn')}
        sentences={[
          result.primary.events.some(({ event }) => event < -1) ? t('assume.placebo') : t('assume.noPlacebo'),
        ]}
      />
    </>
  )
}

/** Who had the campaign since when, and how each commune stood wave by wave. */
async function Communes({ effect: { result, units } }: { effect: StudyEffect }) {
  const [t, language, format] = await Promise.all([
    getTranslations('effect.study'),
    getLocale(),
    getFormatter(),
  ])
  const names = new Map(units.map((unit) => [unit.id, language === 'en' ? unit.nameEn : unit.name]))
  const ofPrimary = result.primary.waves.map((at) => result.waves[at]!)
  return (
    <>
      <h3>{t('communes')}</h3>
      <DataTable
        caption={t('communes')}
        isCaptionHidden
        rows={result.communes}
        rowKey={({ id }) => id}
        columns={[
          { key: 'unit', head: t('commune'), cell: ({ id }) => names.get(id) ?? id },
          {
            key: 'role',
            head: t('group'),
            cell: ({ role, leftOutFor }) => t(leftOutFor ? `leftOut.${leftOutFor}` : `roles.${role}`),
          },
          {
            key: 'since',
            head: t('since'),
            cell: ({ since }) =>
              since ? format.dateTime(new Date(since), { dateStyle: 'short', timeZone: 'UTC' }) : t('notYet'),
          },
          ...ofPrimary.map((wave, at) => ({
            key: wave.id,
            head: t('waveAt', {
              at: format.dateTime(new Date(wave.first), {
                month: '2-digit',
                year: 'numeric',
                timeZone: 'UTC',
              }),
            }),
            cell: ({ means, n }: (typeof result.communes)[number]) => {
              const mean = means[at]
              return mean == null
                ? t('tooFew')
                : `${figureValue(mean, 'percent', language)} (n = ${format.number(n[at] ?? 0)})`
            },
            isNumber: true,
          })),
        ]}
      />
    </>
  )
}
