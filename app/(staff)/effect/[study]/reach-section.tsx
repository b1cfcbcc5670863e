// Who was reached, by which channel, and what was spent for it; false recall beside it, because people also recall channels
// that never existed. Then people who recall against people who do not: an association, never the effect.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { spendingCells } from '#lib/effects/effect-cells'
import { NOTES } from '#lib/effects/effect-words'
import type { StudyEffect } from '#lib/flows/load-study-effect'
import { Assumed } from '../../../_ui/assumed'
import { Chart } from '../../../_ui/chart'
import { DataTable } from '../../../_ui/data-table'
import { figureText, pText } from '../../../_ui/effect-figures'
import style from '../../../_ui/page.module.css'
import { MoneyTable } from './money-table'
import { RecallByChannel } from './recall-by-channel'
import own from './study.module.css'

type Props = { effect: StudyEffect; channelNames: Record<string, string> }

export async function ReachSection({ effect: { study, result }, channelNames }: Props) {
  const [t, language] = await Promise.all([getTranslations('effect.study'), getLocale()])
  const groups = result.reach.filter(({ group }) => group !== 'unit')
  const all = groups.find(({ group }) => group === 'all')
  const percent = (figure: Parameters<typeof figureText>[0]) => figureText(figure, 'percent', language)
  return (
    <section className={style.section} aria-labelledby="reach">
      <h2 id="reach">{t('reachTitle')}</h2>
      <DataTable
        caption={t('reachTitle')}
        isCaptionHidden
        rows={groups}
        rowKey={({ group }) => group}
        columns={[
          { key: 'group', head: t('group'), cell: ({ group }) => t(`reachGroups.${group}`) },
          {
            key: 'unprompted',
            head: t('unprompted'),
            cell: (row) => percent(row.unprompted),
            isNumber: true,
          },
          { key: 'prompted', head: t('prompted'), cell: (row) => percent(row.prompted), isNumber: true },
          { key: 'false', head: t('falseRecall'), cell: (row) => percent(row.falseRecall), isNumber: true },
        ]}
      />
      <Assumed title={t('restsOn')} sentences={[t('assume.recall'), NOTES.false_recall[language]]} />
      <RecallByChannel result={result} channelNames={channelNames} />
      {all?.prompted && (
        <>
          <h3>{t('byChannel')}</h3>
          <p className={own.legend}>{t('byChannelLead')}</p>
          <Chart
            chart="reach-spending"
            cells={spendingCells(result)}
            labels={{ locale: language, units: channelNames, criteria: { reach: t('reach') } }}
            description={t('byChannelDescription')}
            fileName={`${study.id}-channels`}
            saveLabel={t('savePicture')}
          />
        </>
      )}
      <MoneyTable result={result} channelNames={channelNames} />
    </section>
  )
}

export async function PeopleSection({ effect: { result }, channelNames }: Props) {
  const [t, language, format] = await Promise.all([
    getTranslations('effect.study'),
    getLocale(),
    getFormatter(),
  ])
  return (
    <section className={style.section} aria-labelledby="people">
      <h2 id="people">{t('peopleTitle')}</h2>
      <p className={style.unofficial}>{NOTES.association[language]}</p>
      <DataTable
        caption={t('peopleTitle')}
        isCaptionHidden
        rows={result.exposure}
        rowKey={({ channel }) => channel ?? 'any'}
        empty={t('noExposure')}
        columns={[
          {
            key: 'channel',
            head: t('channel'),
            cell: ({ channel }) => (channel === null ? t('anyChannel') : (channelNames[channel] ?? channel)),
          },
          {
            key: 'n',
            head: t('recallOrNot'),
            cell: ({ exposedN, otherN }) => `${exposedN} / ${otherN}`,
            isNumber: true,
          },
          {
            key: 'crude',
            head: t('crude'),
            cell: ({ crude, status }) =>
              status === 'ok' ? figureText(crude, 'difference', language) : t(`exposureStatus.${status}`),
            isNumber: true,
          },
          {
            key: 'standardised',
            head: t('standardised'),
            cell: ({ standardised }) => figureText(standardised, 'difference', language),
            isNumber: true,
          },
          {
            key: 'p',
            head: t('adjustedP'),
            cell: ({ standardised }) => pText(standardised?.adjustedP ?? null, language),
            isNumber: true,
          },
          {
            key: 'outside',
            head: t('outsideSupport'),
            cell: ({ outsideSupport }) =>
              outsideSupport === null
                ? '–'
                : format.number(outsideSupport, { style: 'percent', maximumFractionDigits: 0 }),
            isNumber: true,
          },
          {
            key: 'eValue',
            head: t('eValue'),
            cell: ({ eValue }) =>
              eValue === null ? '–' : format.number(eValue, { maximumFractionDigits: 2 }),
            isNumber: true,
          },
        ]}
      />
      <Assumed title={t('restsOn')} sentences={[NOTES.outside_support[language], NOTES.e_value[language]]} />
      {result.dose && (
        <>
          <h3>{t('dose')}</h3>
          <DataTable
            caption={t('dose')}
            isCaptionHidden
            rows={result.dose.rows}
            rowKey={({ dose }) => String(dose)}
            columns={[
              {
                key: 'dose',
                head: t('channelsRecalled'),
                cell: ({ dose, isAndMore }) => (isAndMore ? t('andMore', { dose }) : dose),
              },
              {
                key: 'mean',
                head: t('mean'),
                cell: ({ mean }) => figureText(mean, 'percent', language),
                isNumber: true,
              },
              { key: 'n', head: 'n', cell: ({ mean }) => format.number(mean.n), isNumber: true },
            ]}
          />
          {result.dose.trend && (
            <p>{t('trend', { figure: figureText(result.dose.trend, 'difference', language) })}</p>
          )}
          <Assumed title={t('restsOn')} sentences={[t('assume.dose')]} />
        </>
      )}
    </section>
  )
}
