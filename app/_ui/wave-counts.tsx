// Answers by unit and mode against the target, and each unit's own link.
import { useFormatter, useTranslations } from 'next-intl'
import { answerLink } from '#lib/answer-link'
import type { Cell } from '#lib/scoring/cell'
import { CopyLink } from './copy-link'
import { DataTable } from './data-table'
import { ProgressBar } from './progress-bar'

type Unit = { id: string; label: string; target: number }
type Props = {
  wave: string
  units: Unit[]
  cells: Cell[]
  modes: string[]
  origin: string
}

export function WaveCounts({ wave, units, cells, modes, origin }: Props) {
  const t = useTranslations('waves')
  const format = useFormatter()
  const count = (unit: Unit, criterion: string) =>
    cells.find((cell) => cell.unit === unit.id && cell.criterion === criterion)?.value ?? 0
  return (
    <DataTable
      caption={t('counts')}
      isCaptionHidden
      rows={units}
      rowKey={(unit) => unit.id}
      columns={[
        { key: 'unit', head: t('unit'), cell: (unit) => unit.label },
        {
          key: 'answers',
          head: t('answers'),
          cell: (unit) => <ProgressBar answers={count(unit, 'answers')} target={unit.target} />,
        },
        ...modes.map((mode) => ({
          key: mode,
          head: t(`shortModes.${mode as 'self'}`),
          isNumber: true,
          cell: (unit: Unit) => format.number(count(unit, `mode=${mode}`)),
        })),
        {
          key: 'link',
          head: t('link'),
          cell: (unit: Unit) => (
            <CopyLink link={answerLink(origin, { wave, unit: unit.id })} unit={unit.label} />
          ),
        },
      ]}
    />
  )
}
