// Which commune starts when, month by month: words in the cells, so that no colour is needed to read it.
import { useFormatter, useTranslations } from 'next-intl'
import type { RolloutCalendar as Calendar } from '#lib/effects/rollout-calendar'
import style from './rollout-calendar.module.css'

type Props = { calendar: Calendar; names: Map<string, string>; caption: string }

export function RolloutCalendar({ calendar, names, caption }: Props) {
  const t = useTranslations('effect.rollout')
  const format = useFormatter()
  const day = (text: string) => format.dateTime(new Date(text), { dateStyle: 'short', timeZone: 'UTC' })
  const month = (text: string) =>
    format.dateTime(new Date(`${text}-01`), { month: '2-digit', year: 'numeric', timeZone: 'UTC' })
  return (
    // A box that scrolls must be reachable by keyboard, hence the tab stop and the name.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
    <div className={style.box} role="group" aria-label={caption} tabIndex={0}>
      <table className={style.calendar}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('commune')}</th>
            <th scope="col">{t('group')}</th>
            {calendar.months.map((one) => (
              <th key={one} scope="col">
                {month(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calendar.rows.map((row) => (
            <tr key={row.unitId} data-first={calendar.rows.find(({ step }) => step === row.step) === row}>
              <th scope="row">{names.get(row.unitId) ?? row.unitId}</th>
              <td>{row.step}</td>
              {row.startsOn === null ? (
                <td colSpan={calendar.months.length} data-state="comparison">
                  {t('comparison')}
                </td>
              ) : (
                row.months.map((state, at) => (
                  <td key={calendar.months[at]} data-state={state}>
                    {state === 'start'
                      ? t('startsOn', { day: day(row.startsOn!) })
                      : state === 'runs'
                        ? t('runs')
                        : '–'}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
