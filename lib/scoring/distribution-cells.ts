// How the answers to one question are spread, as percent of everybody who answered the form: opinions, "don't know", no
// answer and not asked together make 100 %. Leaving the last three out would hide how many people had nothing to say.
import type { Cell } from '#lib/scoring/cell'
import { hasError, type Interval, shareInterval } from '#lib/scoring/interval'
import { answeredFraction, isFromEverybody, type Panel } from '#lib/scoring/panel'
import type { Sample } from '#lib/scoring/sample'
import { answered, type LayoutVariable } from '#lib/scoring/tally-layout'
import type { Estimate } from '#lib/stats/estimate'
import { ratio } from '#lib/stats/ratio'
import { noAnswer, notAsked, notCodable } from '#lib/surveys/variable'

export type DistributionInput = {
  unit: string
  sample: Sample
  /** The villages of the unit, or of the whole wave. */
  panel: Panel | null
  minimumAnswers: number
}

/** Words that stand for the codes without a value, in criteria such as "access_signs=not-asked". */
export const answerWords: Record<number, string> = {
  [notAsked]: 'not-asked',
  [noAnswer]: 'no-answer',
  [notCodable]: 'written',
  [answered]: 'answered',
}

/** One cell for every answer that a question offers or that somebody left, in the order of the form. */
export function distributionCells(variable: LayoutVariable, input: DistributionInput): Cell[] {
  const villages = input.panel?.rows.get(input.sample) ?? []
  const n = villages.reduce((sum, { cluster }) => sum + cluster.n, 0)
  return orderedPlaces(variable).flatMap(({ place, word, isOffered }) => {
    const isUsed = villages.some(({ cluster }) => cluster.counts[place]! > 0)
    if (!isOffered && !isUsed) return []
    return [answerCell(`${variable.variable.name}=${word}`, place, n, input)]
  })
}

/** Offered values first, as the form shows them, then the codes without a value. */
function orderedPlaces({ variable, codes, start }: LayoutVariable) {
  const offered = variable.values.map(({ value, code }) => ({
    place: start + codes.indexOf(code),
    word: String(value),
    isOffered: true,
  }))
  const others = [answered, notCodable, noAnswer, notAsked]
    .filter((code) => codes.includes(code))
    .map((code) => ({ place: start + codes.indexOf(code), word: answerWords[code]!, isOffered: false }))
  return [...offered, ...others]
}

function answerCell(criterion: string, place: number, n: number, input: DistributionInput): Cell {
  const { sample, panel, unit } = input
  const isShown = n >= input.minimumAnswers && n > 0
  const estimate = isShown ? estimateShare(sample, panel!, place) : null
  const isOfEveryone = estimate !== null && isFromEverybody(sample, panel!)
  const isSampled = sample.design !== 'none' && estimate !== null && !isOfEveryone
  const interval = isSampled ? intervalOf(estimate, n, answeredFraction(sample, panel!)) : null
  return {
    unit,
    criterion,
    period: sample.wave,
    value: estimate && estimate.value * 100,
    low: interval && interval.low * 100,
    high: interval && interval.high * 100,
    standardError: interval && estimate!.standardError! * 100,
    degreesOfFreedom: isSampled && hasError(estimate) ? estimate.degreesOfFreedom : null,
    maximum: 100,
    n,
    entry: sample.entry,
    status: !isShown
      ? n === 0
        ? 'missing'
        : 'too-few'
      : sample.design === 'none'
        ? 'no-design'
        : interval || isOfEveryone
          ? 'ok'
          : 'single-cluster',
    flags: isOfEveryone ? ['everyone'] : panel?.thin.has(sample) && isSampled ? ['thin-response'] : [],
    scale: 'percent',
    method: `${sample.form.slug}.v${sample.form.version}; share of all answers; ${describe(sample, isOfEveryone, interval)}`,
  }
}

function estimateShare(sample: Sample, panel: Panel, place: number): Estimate {
  const chosen = new Float64Array(panel.design.size)
  const everybody = new Float64Array(panel.design.size)
  const domain = new Uint8Array(panel.design.size)
  for (const { cluster, row } of panel.rows.get(sample) ?? []) {
    chosen[row]! += cluster.weighted[place]!
    everybody[row]! += cluster.weightSum
    domain[row] = 1
  }
  return ratio(panel.design, chosen, everybody, { domain })
}

function intervalOf(estimate: Estimate, n: number, fraction: number): Interval | null {
  const share = estimate.value
  return shareInterval({ share, n, estimate, fraction, isProportion: true, isShareOfAnswers: true })
}

function describe(sample: Sample, isOfEveryone: boolean, interval: Interval | null): string {
  if (sample.design === 'none') return 'no sample, no interval'
  if (isOfEveryone) return 'everybody answered, no sampling error'
  return interval ? `Taylor, ${interval.method}, 95 %` : 'no interval'
}
