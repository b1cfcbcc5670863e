// What was spent by channel, whom it reached and what a person and a point of lift cost; where nothing can be said about the
// cost of a point, a sentence stands instead of a number.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { NOTES } from '#lib/effects/effect-words'
import type { MoneyNumber } from '#lib/effects/study-result'
import type { StudyEffect } from '#lib/flows/load-study-effect'
import { Assumed } from '../../../_ui/assumed'
import { DataTable } from '../../../_ui/data-table'
import { figureText } from '../../../_ui/effect-figures'
import own from './study.module.css'

type Props = { result: StudyEffect['result']; channelNames: Record<string, string> }

export async function MoneyTable({ result, channelNames }: Props) {
  const [t, format, language] = await Promise.all([
    getTranslations('effect.study'),
    getFormatter(),
    getLocale(),
  ])
  const { money } = result
  const group = t('recallGroups.treated')
  const percent = (figure: Parameters<typeof figureText>[0]) => figureText(figure, 'percent', language)
  const vnd = (value: number) => t('vnd', { amount: format.number(Math.round(value)) })
  const range = (one: MoneyNumber | null) => {
    if (one?.isUnbounded && one.low === null) return t('costNone')
    if (one?.isUnbounded && one.value === null && one.low !== null)
      return t('costAtLeast', { low: vnd(one.low) })
    if (!one || one.value === null) return '–'
    if (one.isUnbounded || one.low === null) return t('costUnbounded', { value: vnd(one.value) })
    return t('costRange', {
      value: vnd(one.value),
      low: vnd(one.low),
      high: one.high === null ? '∞' : vnd(one.high),
    })
  }
  const { byOffice, activities, withoutCost: without } = money
  const moneySentences = [
    ...(byOffice > 0 ? [t('moneyOffice', { amount: vnd(byOffice) })] : []),
    ...(activities > without && without > 0 ? [t('moneyWithout', { activities, without })] : []),
    ...(activities > 0 && activities === without ? [t('moneyUnknown')] : []),
  ]
  return (
    <>
      <h3>{t('money')}</h3>
      <div className={`${own.figures} ${own.money}`}>
        <DataTable
          caption={t('money')}
          isCaptionHidden
          rows={money.rows}
          rowKey={({ channel }) => channel ?? 'all'}
          empty={t('noMoney')}
          columns={[
            {
              key: 'channel',
              head: t('channel'),
              cell: ({ channel }) =>
                channel === null ? t('allChannels') : (channelNames[channel] ?? channel),
            },
            { key: 'cost', head: t('cost'), cell: ({ cost }) => vnd(cost), isNumber: true },
            {
              key: 'named',
              head: t('namedIn', { group }),
              cell: ({ named }) => percent(named),
              isNumber: true,
            },
            {
              key: 'prompted',
              head: t('promptedIn', { group }),
              cell: ({ prompted }) => percent(prompted),
              isNumber: true,
            },
            {
              key: 'people',
              head: t('people'),
              cell: ({ peopleReached }) =>
                peopleReached ? format.number(Math.round(peopleReached.value)) : '–',
              isNumber: true,
            },
            {
              key: 'perPerson',
              head: t('perPerson'),
              cell: ({ costPerPerson }) => range(costPerPerson),
              isNumber: true,
            },
          ]}
        />
      </div>
      <p>
        <strong>{t('perPoint')}</strong> {money.perPoint ? range(money.perPoint) : t('noPerPoint')}
      </p>
      <Assumed
        title={t('restsOn')}
        sentences={[
          t('assume.money'),
          ...moneySentences,
          money.isPopulationKnown ? t('assume.population') : NOTES.population_unknown[language],
        ]}
      />
    </>
  )
}
