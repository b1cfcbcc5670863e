// One leaf of an index for one unit: what its source gives, then the rules of the criterion in their order: direction,
// place among the units, conversion to points.
import { ruleOf } from '#lib/definitions/entered-rule'
import { evaluateExpression, parseExpression } from '#lib/definitions/expression'
import type { Criterion } from '#lib/definitions/index-file'
import type { ExpressionSource, ExternalSource, IndexSource, Source } from '#lib/definitions/index-source'
import { bendScore } from '#lib/scoring/bend-score'
import { combineEstimates } from '#lib/scoring/combine-estimates'
import { isRelative, relativeColumn } from '#lib/scoring/relative-scale'
import { flagsOf, flattenScore, noScore, type Score } from '#lib/scoring/score'
import { scoreAnswers } from '#lib/scoring/score-answers'
import { scoreFigure } from '#lib/scoring/score-figure'
import type { ScoreInput } from '#lib/scoring/score-input'
import { scoreOnLine } from '#lib/stats/piecewise-score'

/** How another index is scored: the tree calls leaves, and a leaf may need a whole tree. */
export type ScoreOther = (input: ScoreInput) => Score

/** A leaf's score by all its rules. Throws RangeError when the scale of a relative criterion was not given. */
export function scoreLeaf(
  criterion: Criterion,
  maximum: number,
  input: ScoreInput,
  scoreOther: ScoreOther,
): Score {
  const raw = scoreRaw(criterion, maximum, input, scoreOther)
  if (raw.share === null) return raw
  return convert(criterion, placeLeaf(criterion, raw, input), input)
}

/** What the source gives, turned so that more is better where a raw figure is to be placed among the units. */
export function scoreRaw(
  criterion: Criterion,
  maximum: number,
  input: ScoreInput,
  scoreOther: ScoreOther,
): Score {
  const { source, direction, normalise } = criterion
  if (!source) throw new RangeError(`Criterion ${criterion.code} has no source`)
  const score = scoreSource(criterion.code, source, maximum, input, scoreOther)
  const { share } = score
  if (share === null) return score
  const measured = { ...score, measured: share }
  if (direction !== 'lower' || normalise?.method === 'goalposts') return measured
  return bendScore(measured, input.panel, normalise ? -share : 1 - share, -1)
}

function placeLeaf(criterion: Criterion, score: Score, input: ScoreInput): Score {
  const { code, normalise } = criterion
  if (!normalise) return score
  if (isRelative(criterion) && !input.columns)
    throw new RangeError(`Criterion ${code} is placed among units, whose figures were not given`)
  const column = isRelative(criterion)
    ? input.columns!(input.index, criterion)
    : relativeColumn(criterion, [])
  const placed = column.place(score.share!)
  if (!placed) return { ...noScore(code, score.maximum, 'missing', score.n), measured: score.measured }
  const bent = bendScore(score, input.panel, placed.share, placed.slope)
  if (column.treatment === '') return bent
  return { ...bent, treated: placed.treated, flags: [...bent.flags, 'treated'] }
}

function convert({ source }: Criterion, score: Score, { panel }: ScoreInput): Score {
  const line = source && 'conversion' in source ? source.conversion : undefined
  if (!line || score.share === null) return score
  const { score: share, slope } = scoreOnLine(score.share, line)
  return bendScore(score, panel, share, slope)
}

function scoreSource(
  code: string,
  source: Source,
  maximum: number,
  input: ScoreInput,
  scoreOther: ScoreOther,
): Score {
  if ('form' in source) {
    const sample = input.samples.get(source.form)
    if (!input.panel) return noScore(code, maximum, 'missing')
    return scoreAnswers({ code, maximum, source }, sample, input.panel, input.index.minimum.answers)
  }
  if ('entered' in source) return scoreEntered(code, maximum, source, input)
  if ('index' in source) return scoreOfIndex(code, maximum, source, input, scoreOther)
  if ('external' in source) return scoreExternal(code, maximum, source, input)
  return scoreExpression(code, maximum, source, input, scoreOther)
}

function scoreEntered(
  code: string,
  maximum: number,
  { entered }: Extract<Source, { entered: unknown }>,
  input: ScoreInput,
): Score {
  const figure = input.entered.get(code)
  if (figure === 'not-applicable') return { ...noScore(code, maximum, 'not-applicable'), applicable: 0 }
  if (figure === 'not-comparable') return noScore(code, maximum, 'not-comparable')
  if (figure === undefined && input.index.missing === 'zero')
    return { ...noScore(code, maximum, 'ok'), share: 0, flags: ['exact', 'counted-zero'] }
  if (figure === undefined) return noScore(code, maximum, 'missing')
  const share = scoreFigure(ruleOf(entered), figure, code)
  return { ...noScore(code, maximum, 'ok'), share, figure, flags: ['exact'] }
}

function scoreOfIndex(
  code: string,
  maximum: number,
  { index: slug, version, criterion }: IndexSource,
  input: ScoreInput,
  scoreOther: ScoreOther,
): Score {
  const other = input.others?.get(`${slug}.v${version}`)
  if (!other) return noScore(code, maximum, 'missing')
  const root = scoreOther({ ...input, index: other.index, entered: other.entered })
  const found = flattenScore(root).find((score) => score.code === (criterion ?? slug))
  if (!found) return noScore(code, maximum, 'missing')
  return {
    ...found,
    code,
    maximum,
    applicable: found.applicable === 0 ? 0 : maximum,
    weight: 1,
    children: [],
    parts: [found],
  }
}

function scoreExternal(
  code: string,
  maximum: number,
  { external }: ExternalSource,
  input: ScoreInput,
): Score {
  const { series, part, zero = 0, full } = external
  const published = input.published?.get(part ? `${series}.${part}` : series)
  if (published === undefined) return noScore(code, maximum, 'missing')
  // A goal may lie below the top of the published scale: what is beyond it earns no more than everything.
  const share = Math.min(1, Math.max(0, (published - zero) / (full - zero)))
  return { ...noScore(code, maximum, 'ok'), share, figure: published, flags: ['exact', 'published'] }
}

function scoreExpression(
  code: string,
  maximum: number,
  source: ExpressionSource,
  input: ScoreInput,
  scoreOther: ScoreOther,
): Score {
  const named = Object.entries(source.parts).map(([name, part]) => {
    const score = scoreSource(`${code}.${name}`, part, 1, input, scoreOther)
    return { name, score: convert({ source: part } as Criterion, score, input) }
  })
  const parts = named.map(({ score }) => score)
  const n = Math.max(0, ...parts.map((part) => part.n))
  const lost = parts.find((part) => part.share === null)
  if (lost) {
    const applicable = lost.status === 'not-applicable' ? 0 : maximum
    return { ...noScore(code, maximum, lost.status, n), applicable, parts }
  }
  const values = new Map(named.map(({ name, score }) => [name, score.share!]))
  const { value, derivatives } = evaluateExpression(parseExpression(source.expression), values)
  if (!Number.isFinite(value)) return { ...noScore(code, maximum, 'missing', n), parts }
  const terms = named.map(({ name, score }) => ({
    coefficient: derivatives.get(name) ?? 0,
    share: score.share!,
    estimate: score.estimate,
  }))
  const estimate = combineEstimates(input.panel, terms)
  const isOpen = parts.some((part) => part.status === 'no-design')
  return {
    ...noScore(code, maximum, isOpen ? 'no-design' : 'ok', n),
    share: Math.min(1, Math.max(0, value)),
    flags: estimate ? (isOpen ? [] : flagsOf(estimate)) : [parts.some(isOfEveryone) ? 'everyone' : 'exact'],
    estimate: estimate && { ...estimate, value },
    parts,
  }
}

const isOfEveryone = ({ flags }: Score) => flags.includes('everyone')
