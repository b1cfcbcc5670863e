'use client'
// The sheet of a unit: its criteria by area, the sums that stay in sight, and the button that ends the step. Each criterion
// saves itself; the sheet counts what is not stored yet and warns before the page is left.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { sumPoints } from '#lib/rounds/answer-points'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import type { Step } from '#lib/rounds/round-event'
import { isChanged, isContested, type SheetLine, standingAnswer } from '#lib/rounds/sheet'
import { inLanguage } from '#lib/surveys/local-text'
import type { EvidenceActions, EvidenceLimits } from './evidence-list'
import { type FinishActions, FinishForm } from './finish-form'
import type { LineProps } from './line-props'
import { isDone, RoundLine } from './round-line'
import style from './round-sheet.module.css'
import sticky from './sticky-bar.module.css'
import type { SaveLine, SaveState } from './use-autosave'

type Props = {
  place: { round: string; unit: string }
  step: Step
  mode: LineProps['mode']
  asked: AskedCriterion[]
  lines: SheetLine[]
  save: SaveLine
  evidence: EvidenceActions
  limits: EvidenceLimits
  finish: FinishActions
}

export function RoundSheet({
  place,
  step,
  mode,
  asked,
  lines: stored,
  save,
  evidence,
  limits,
  finish,
}: Props) {
  const t = useTranslations('rounds')
  const language = useLocale()
  const [lines, setLines] = useState(() => new Map(stored.map((line) => [line.criterion, line])))
  const [states, setStates] = useState<Record<string, SaveState>>({})
  const [onlyOpen, setOnlyOpen] = useState(false)
  // Files come in with the page; what was saved since it was made comes from the answers to saving.
  useEffect(() => {
    setLines(
      (known) => new Map(stored.map((line) => [line.criterion, newer(line, known.get(line.criterion))])),
    )
  }, [stored])
  const onSaved = useCallback(
    (line: SheetLine) => setLines((known) => new Map(known).set(line.criterion, line)),
    [],
  )
  const onState = useCallback(
    (criterion: string, state: SaveState) =>
      setStates((known) => (known[criterion] === state ? known : { ...known, [criterion]: state })),
    [],
  )
  const unsaved = Object.entries(states).filter(([, state]) => state !== 'saved')
  useLeaveWarning(unsaved.length > 0)
  const areas = useMemo(() => groupByArea(asked), [asked])
  const shown = (code: string) => !onlyOpen || !isDone(lines.get(code)!, step) || states[code] !== 'saved'
  const relevant = asked.filter(({ code }) => isRelevant(lines.get(code)!, mode, step))
  return (
    <div className={style.sheet}>
      <SheetBar
        asked={asked}
        relevant={relevant}
        lines={lines}
        step={step}
        mode={mode}
        unsaved={unsaved.length}
      >
        {mode !== 'read' && (
          <label className={style.choice}>
            <input
              type="checkbox"
              checked={onlyOpen}
              onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
            />
            {t('onlyOpen')}
          </label>
        )}
      </SheetBar>
      {areas.length > 1 && (
        <nav aria-label={t('areas')} className={style.areas}>
          {areas.map(({ code, name, criteria }) => {
            const done = criteria.filter((one) => isDone(lines.get(one.code)!, step)).length
            return (
              <a key={code} href={`#area-${code}`} data-done={done === criteria.length}>
                {inLanguage(name, language)} <span>{`${done}/${criteria.length}`}</span>
              </a>
            )
          })}
        </nav>
      )}
      {areas.map(({ code, name, criteria }) => (
        <section key={code} id={`area-${code}`} className={style.area} aria-labelledby={`head-${code}`}>
          <h2 id={`head-${code}`}>{inLanguage(name, language)}</h2>
          {criteria
            .filter((one) => shown(one.code))
            .map((criterion) => (
              <RoundLine
                key={criterion.code}
                place={place}
                criterion={criterion}
                line={lines.get(criterion.code)!}
                step={step}
                mode={mode}
                save={save}
                evidence={evidence}
                limits={limits}
                onSaved={onSaved}
                onState={onState}
              />
            ))}
        </section>
      ))}
      {mode !== 'read' && (
        <FinishForm
          place={place}
          step={step}
          mode={mode}
          open={relevant.filter(({ code }) => !isDone(lines.get(code)!, step)).length}
          unsaved={unsaved.filter(([, state]) => state !== 'incomplete').length}
          actions={finish}
        />
      )}
    </div>
  )
}

type BarProps = {
  asked: AskedCriterion[]
  relevant: AskedCriterion[]
  lines: Map<string, SheetLine>
  step: Step
  mode: LineProps['mode']
  unsaved: number
  children: React.ReactNode
}

/** Stays in sight while the sheet is scrolled. */
function SheetBar({ asked, relevant, lines, step, mode, unsaved, children }: BarProps) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  const done = relevant.filter(({ code }) => isDone(lines.get(code)!, step)).length
  const sum = (answerOf: (line: SheetLine) => ReturnType<typeof standingAnswer>) => {
    const { points, maximum } = sumPoints(
      asked.map((criterion) => ({ criterion, answer: answerOf(lines.get(criterion.code)!) })),
    )
    const number = (value: number) => format.number(value, { maximumFractionDigits: 2 })
    return t('ofPoints', { points: number(points), maximum: number(maximum) })
  }
  return (
    <section className={`${sticky.bar} ${style.bar}`} aria-label={t('sums')}>
      <p>
        <span>{t('done')}</span> <strong>{`${done}/${relevant.length}`}</strong>
      </p>
      <p>
        <span>{t('selfSum')}</span> <strong>{sum((line) => line.self?.answer ?? null)}</strong>
      </p>
      {step !== 'self-scoring' && (
        <p>
          <span>{t('standingSum')}</span> <strong>{sum(standingAnswer)}</strong>
        </p>
      )}
      {children}
      {mode !== 'read' && (
        <p className={style.unsaved} data-unsaved={unsaved > 0} role="status">
          {unsaved > 0 ? t('unsaved', { count: unsaved }) : t('allSaved')}
        </p>
      )}
    </section>
  )
}

function groupByArea(asked: AskedCriterion[]) {
  const areas = new Map<string, { code: string; name: AskedCriterion['name']; criteria: AskedCriterion[] }>()
  for (const criterion of asked) {
    const { code, name } = criterion.area
    const area = areas.get(code)
    if (area) area.criteria.push(criterion)
    else areas.set(code, { code, name, criteria: [criterion] })
  }
  return [...areas.values()]
}

const newer = (line: SheetLine, known: SheetLine | undefined) =>
  known && known.seen > line.seen ? known : line

/** The present step has something to do with the line. */
function isRelevant(line: SheetLine, mode: LineProps['mode'], step: Step): boolean {
  if (mode === 'explain') return isChanged(line)
  return step === 'second-appraisal' ? isContested(line) : true
}

function useLeaveWarning(isOn: boolean) {
  const on = useRef(isOn)
  on.current = isOn
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => on.current && event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
}
