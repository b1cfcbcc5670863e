// How far a wave of secret ballots is, by unit and stratum: counts only, as ranges until the box is opened. More ballots than tokens would mean that somebody
// stuffs the box, so both stand side by side.
import { useFormatter, useTranslations } from 'next-intl'
import type { BallotProgress } from '#lib/ballots/ballot-progress'
import { countWords } from './count-words'
import { DataTable } from './data-table'
import { ProgressBar } from './progress-bar'

type Props = { groups: BallotProgress[]; units: { id: string; label: string }[] }

export function BallotGroups({ groups, units }: Props) {
  const t = useTranslations('ballots')
  const format = useFormatter()
  const nameOf = ({ unitId, stratum }: BallotProgress) =>
    [units.find(({ id }) => id === unitId)?.label ?? unitId, stratum].filter(Boolean).join(', ')
  return (
    <DataTable
      caption={t('groups')}
      isCaptionHidden
      rows={groups}
      rowKey={(group) => `${group.unitId} ${group.stratum}`}
      columns={[
        { key: 'group', head: t('group'), cell: nameOf },
        {
          key: 'cast',
          head: t('cast'),
          cell: ({ cast, invited }) => <ProgressBar answers={cast} target={invited} />,
        },
        { key: 'invited', head: t('invited'), isNumber: true, cell: ({ invited }) => format.number(invited) },
        {
          key: 'issued',
          head: t('issued'),
          isNumber: true,
          cell: ({ issued }) => countWords(format, issued),
        },
      ]}
    />
  )
}
