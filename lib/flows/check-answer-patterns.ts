// For the analyst: answers that look copied or clicked through, by unit, and the index with and without them. Flags only:
// nothing is removed, and the official result stays what it was.
import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { type CodedAnswer, listCodedAnswers } from '#lib/db/coded-answers'
import { loadIndexData } from '#lib/flows/load-index-data'
import { resultsShape } from '#lib/flows/load-results'
import { findPatterns, type PatternReport } from '#lib/scoring/answer-patterns'
import type { Cell } from '#lib/scoring/cell'
import { drawnAnswers } from '#lib/scoring/drawn-answers'
import { makeSample } from '#lib/scoring/sample'
import { scoreCells } from '#lib/scoring/score-cells'
import { describeSource, scoreUnits } from '#lib/scoring/score-units'
import { tallyAnswers } from '#lib/scoring/tally-answers'
import { type EntryChoice, entries } from '#lib/surveys/collection'
import { requireShape } from '#lib/user-input'

/** More answers than this are for the analyst's own tools (CSV). */
const mostAnswers = 50_000

export type UnitPatterns = Omit<PatternReport, 'isFlagged'> & {
  unit: string
  /** The index of the unit from all answers, and from those without a flag. */
  all: Cell
  unflagged: Cell
}

/** By unit of the wave; null when there are too many answers to look at here. Throws notFound, unknownWave. */
export async function checkAnswerPatterns(
  actor: MaybeActor,
  input: z.input<typeof resultsShape>,
): Promise<UnitPatterns[] | null> {
  const reader = allow(actor, 'responses.export')
  const data = await loadIndexData(actor, requireShape(resultsShape, input))
  const { index, wave, entry } = data
  const whole = data.samples.get(wave.form.slug)
  if (!whole) return []
  const answers = await listCodedAnswers(wave.id, entry === 'all' ? entries : [entry], mostAnswers)
  const subject = `${index.slug}.v${index.version} ${wave.id}`
  await insertReadEvent(reader, { action: 'check-answer-patterns', subject, details: { entry } })
  if (!answers) return null
  const codebook = whole.layout.variables.map(({ variable }) => variable)
  const found: UnitPatterns[] = []
  for (const { id: unit } of wave.units) {
    await setImmediate() // lets other requests in between two units
    const own = answers.filter((answer) => answer.unit === unit)
    const { isFlagged, ...report } = findPatterns(
      codebook,
      own.map(({ coded }) => coded),
    )
    found.push({
      ...report,
      unit,
      all: scoreOf(unit, own),
      unflagged: scoreOf(
        unit,
        own.filter((_, at) => isFlagged[at] === 0),
      ),
    })
  }
  return found

  function weigh(chosen: CodedAnswer[]): CodedAnswer[] {
    if (whole!.design === 'people') return drawnAnswers(chosen, whole!.groups!)
    return entry === 'all' ? chosen.map((answer) => ({ ...answer, weight: 1 })) : chosen
  }

  function scoreOf(unit: string, chosen: CodedAnswer[]): Cell {
    const weighed = weigh(chosen)
    const sample = makeSample(whole!, tallyAnswers(whole!.layout, weighed))
    const samples = new Map([...data.samples, [wave.form.slug, sample]])
    const input = { ...data, samples }
    const head = {
      index,
      unit,
      period: wave.id,
      entry: entry satisfies EntryChoice,
      source: describeSource(input),
    }
    return scoreCells(scoreUnits(input, unit, new Set([unit])), head)[0]!
  }
}
