// Every channel of the campaign: who names it in own words, and who recalls it from the list. The last row says how many answers
// the coding could not place, so that nobody takes its shares for complete.
import { getLocale, getTranslations } from 'next-intl/server'
import type { EffectNumber, ReachRow } from '#lib/effects/study-result'
import type { StudyEffect } from '#lib/flows/load-study-effect'
import { Assumed } from '../../../_ui/assumed'
import { DataTable } from '../../../_ui/data-table'
import { figureText } from '../../../_ui/effect-figures'
import own from './study.module.css'

type Props = { result: StudyEffect['result']; channelNames: Record<string, string> }
type Pair = { named: EffectNumber | null; prompted: EffectNumber | null }
type Line = { key: string; name: string; isNamedOnly?: true; of: (row: ReachRow) => Pair }

export async function RecallByChannel({ result, channelNames }: Props) {
  const [t, language] = await Promise.all([getTranslations('effect.study'), getLocale()])
  const groups = result.reach.filter(({ group }) => group !== 'unit')
  const all = groups.find(({ group }) => group === 'all')
  if (!all || all.channels.length === 0) return null
  const isCoded = result.codeFrame !== null
  const text = (figure: EffectNumber | null) => figureText(figure, 'percent', language)
  const lines: Line[] = [
    { key: 'any', name: t('anyOfCampaign'), of: (row) => row },
    ...all.channels.map(({ channel }) => ({
      key: channel,
      name: channelNames[channel] ?? channel,
      of: ({ channels }: ReachRow) => {
        const asked = channels.find((one) => one.channel === channel)
        return { named: asked?.named ?? null, prompted: asked?.share ?? null }
      },
    })),
    ...(isCoded
      ? [
          {
            key: 'none',
            name: t('notAssigned'),
            isNamedOnly: true as const,
            of: ({ notAssigned }: ReachRow) => ({ named: notAssigned, prompted: null }),
          },
        ]
      : []),
  ]
  const columns = groups.flatMap((row) => {
    const group = t(`recallGroups.${row.group as 'all' | 'treated' | 'other'}`)
    const named = {
      key: `${row.group}-named`,
      head: t('namedIn', { group }),
      cell: ({ of }: Line) => text(of(row).named),
      isNumber: true,
    }
    const prompted = {
      key: `${row.group}-prompted`,
      head: t('promptedIn', { group }),
      cell: ({ of, isNamedOnly }: Line) => (isNamedOnly ? '' : text(of(row).prompted)),
      isNumber: true,
    }
    return isCoded ? [named, prompted] : [prompted]
  })
  return (
    <>
      <h3>{t('recallByChannel')}</h3>
      <div className={`${own.figures} ${own.recall}`}>
        <DataTable
          caption={t('recallByChannel')}
          isCaptionHidden
          rows={lines}
          rowKey={({ key }) => key}
          columns={[{ key: 'channel', head: t('channel'), cell: ({ name }) => name }, ...columns]}
        />
      </div>
      {result.codeFrame && (
        <Assumed
          title={t('restsOn')}
          sentences={[
            t('assume.coding', { frame: result.codeFrame }),
            ...(all.notAssigned ? [t('assume.notAssigned', { share: text(all.notAssigned) })] : []),
          ]}
        />
      )}
    </>
  )
}
