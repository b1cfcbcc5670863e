// Who is late in a round, and since when; for an officer of one unit, what is to be done now and until when.
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { Step } from '#lib/rounds/round-event'
import style from './round-forms.module.css'

type Line = {
  unitId: string
  name: string
  nameEn: string
  step: Step
  turn: 'unit' | 'appraiser' | null
  done: number
  todo: number
  deadline: Date | null
  late: number
  handedInLate: number | null
}
type Props = { round: string; lines: readonly Line[]; isOneUnit: boolean }

export function RoundReminder({ round, lines, isOneUnit }: Props) {
  const [own] = lines
  if (isOneUnit) return own ? <OwnTurn round={round} line={own} /> : null
  return <LateUnits round={round} lines={lines} />
}

function LateUnits({ round, lines }: Omit<Props, 'isOneUnit'>) {
  const t = useTranslations('rounds')
  const isEnglish = useLocale() === 'en'
  const nameOf = (line: Line) => (isEnglish ? line.nameEn : line.name)
  const late = lines.filter((line) => line.late > 0).sort((a, b) => b.late - a.late)
  const handedInLate = lines.filter((line) => (line.handedInLate ?? 0) > 0)
  if (late.length + handedInLate.length === 0) return null
  return (
    <section className={style.reminder} data-calm={late.length === 0} aria-label={t('reminder.late')}>
      {late.length > 0 && (
        <>
          <h2>{t('reminder.late')}</h2>
          <ul>
            {late.map((line) => (
              <li key={line.unitId}>
                <Link href={`/rounds/${round}/units/${line.unitId}`}>{nameOf(line)}</Link>:{' '}
                {t(line.turn === 'unit' ? 'reminder.lateUnit' : 'reminder.lateAppraiser', {
                  step: t(`steps.${line.step}`).toLowerCase(),
                  days: line.late,
                  done: line.done,
                  todo: line.todo,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {handedInLate.length > 0 && (
        <p>
          {t('reminder.handedInLate', {
            units: handedInLate
              .map((line) => t('reminder.daysOf', { unit: nameOf(line), days: line.handedInLate ?? 0 }))
              .join('; '),
          })}
        </p>
      )}
    </section>
  )
}

function OwnTurn({ round, line }: { round: string; line: Line }) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  const { step, turn, done, todo, deadline, late } = line
  const until = deadline ? format.dateTime(deadline, { dateStyle: 'short', timeStyle: 'short' }) : ''
  const key = turn === 'unit' ? 'ownTurn' : turn === 'appraiser' ? 'ownWait' : 'ownDone'
  return (
    <section
      className={style.reminder}
      data-calm={turn !== 'unit'}
      aria-label={t(turn === 'unit' && late > 0 ? 'reminder.late' : 'sheet')}
    >
      <p>
        {t(`reminder.${key}`, { step: t(`steps.${step}`), done, todo, until })}
        {turn === 'unit' && late > 0 && <strong> {t('reminder.ownLate', { days: late })}</strong>}
      </p>
      <p>
        <Link className="button" href={`/rounds/${round}/units/${line.unitId}`}>
          {t('reminder.open')}
        </Link>
      </p>
    </section>
  )
}
