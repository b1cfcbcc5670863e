// Every number of a study in one long table, one number a row with what belongs to it, so that a statistician can check the
// page. Shares and points between 0 and 1, money in VND.
import type { EarlierTrends, EffectNumber, MoneyNumber, StudyResult } from '#lib/effects/study-result'
import type { Value } from '#lib/exports/table'

export const effectColumns = [
  'part',
  'unit',
  'outcome',
  'area',
  'channel',
  'item',
  'value',
  'low',
  'high',
  'standard_error',
  'degrees_of_freedom',
  'n',
  'p_value',
  'p_corrected',
  'status',
] as const

type Line = Partial<Record<(typeof effectColumns)[number], Value>>
type Tested = { pValue?: number | null; adjustedP?: number | null }

/** Rows in the order of `effectColumns`; all communes together have the unit "". */
export function effectTable(result: StudyResult): Value[][] {
  const lines = [
    ...headLines(result),
    ...[result.primary, ...result.secondary, ...result.areas].flatMap(outcomeLines),
    ...communeLines(result),
    ...tileLines(result),
    ...peopleLines(result),
    ...moneyLines(result),
  ]
  return lines.map((line) => effectColumns.map((column) => line[column] ?? null))
}

function numberLine(line: Line, number: (EffectNumber & Tested) | null): Line[] {
  if (!number) return []
  return [
    {
      ...line,
      value: number.value,
      low: number.low,
      high: number.high,
      standard_error: number.standardError,
      degrees_of_freedom: number.degreesOfFreedom,
      n: number.n,
      p_value: number.pValue ?? null,
      p_corrected: number.adjustedP ?? null,
    },
  ]
}

function headLines({
  verdict,
  declaration,
  obstacles,
  cautions,
  assumptions,
  families,
  level,
  codeFrame,
}: StudyResult): Line[] {
  return [
    { part: 'study', item: 'verdict', status: verdict },
    { part: 'study', item: 'declaration', status: declaration },
    { part: 'study', item: 'level', value: level },
    ...(codeFrame ? [{ part: 'study', item: 'code_frame', status: codeFrame }] : []),
    ...obstacles.map((status) => ({ part: 'study', item: 'obstacle', status })),
    ...cautions.map((status) => ({ part: 'study', item: 'caution', status })),
    ...assumptions.map((status) => ({ part: 'study', item: 'assumption', status })),
    ...families.map(({ family, size, correction }) => ({
      part: 'family',
      item: family,
      value: size,
      status: correction,
    })),
  ]
}

function outcomeLines(one: StudyResult['primary']): Line[] {
  const about = { outcome: one.key, area: one.area, status: one.verdict }
  const { randomisation } = one
  return [
    ...one.obstacles.map((status) => ({ ...about, part: 'effect', item: 'obstacle', status })),
    ...numberLine({ ...about, part: 'effect', item: one.role }, one.effect),
    ...(randomisation
      ? [
          {
            ...about,
            part: 'check',
            item: 'randomisation',
            value: one.effect!.value,
            low: randomisation.low,
            high: randomisation.high,
            p_value: randomisation.pValue,
            n: randomisation.assignments,
          },
        ]
      : []),
    ...one.sensitivity.map(({ method, value, low, high, pValue }) => {
      return { ...about, part: 'check', item: method, value, low, high, p_value: pValue }
    }),
    ...numberLine({ ...about, part: 'before_after_only', item: 'naive' }, one.naive),
    ...one.events.flatMap((point) =>
      numberLine({ ...about, part: 'event', item: String(point.event) }, point),
    ),
    ...(one.earlier ? trendLines(about, one.earlier) : []),
  ]
}

function trendLines(about: Line, { placebo, robust, breakdown }: EarlierTrends): Line[] {
  return [
    ...placebo.map(({ value, low, high, standardError, pValue }, at) => {
      const figures = { value, low, high, standard_error: standardError, p_value: pValue }
      return { ...about, part: 'placebo', item: String(-at - 2), ...figures }
    }),
    ...robust.map(({ times, low, high }) => {
      return { ...about, part: 'robust_to_trends', item: String(times), low, high }
    }),
    { ...about, part: 'robust_to_trends', item: 'breakdown', value: breakdown },
  ]
}

function communeLines({ communes, waves, primary }: StudyResult): Line[] {
  return communes.flatMap(({ id, since, role, leftOutFor, means, n }) =>
    means.map((value, at) => ({
      part: 'commune_mean',
      unit: id,
      outcome: primary.key,
      item: waves[primary.waves[at]!]!.id,
      value,
      // below the minimum no number, nor how far below
      n: value === null ? null : n[at]!,
      status: [leftOutFor ?? role, since ?? ''].join(' ').trim(),
    })),
  )
}

function tileLines({ tiles, others, primary }: StudyResult): Line[] {
  const all = [
    ...tiles.map((tile) => ({ ...tile, key: primary.key })),
    ...others.map((row) => ({ ...row, area: null })),
  ]
  return all.flatMap(({ unit, area, key, status, before, after, change }) => {
    const about = { unit: unit ?? '', outcome: key, area, status }
    if (status === 'too_few') return [{ ...about, part: 'change' }]
    return [
      ...numberLine({ ...about, part: 'before' }, before),
      ...numberLine({ ...about, part: 'after' }, after),
      ...numberLine({ ...about, part: 'change' }, change),
    ]
  })
}

function peopleLines({ reach, exposure, dose }: StudyResult): Line[] {
  return [
    ...reach.flatMap(({ unit, group, status, channels, ...row }) => {
      const about = {
        part: 'reach',
        unit: unit ?? '',
        status: group === 'unit' ? status : `${group} ${status}`,
      }
      return [
        ...numberLine({ ...about, item: 'unprompted' }, row.unprompted),
        ...numberLine({ ...about, item: 'prompted' }, row.prompted),
        ...numberLine({ ...about, item: 'false_recall' }, row.falseRecall),
        ...numberLine({ ...about, item: 'unprompted_channel', channel: 'any' }, row.named),
        ...numberLine({ ...about, item: 'unprompted_channel', channel: 'not_assigned' }, row.notAssigned),
        ...channels.flatMap(({ channel, share, named }) => [
          ...numberLine({ ...about, item: 'unprompted_channel', channel }, named),
          ...numberLine({ ...about, item: 'channel', channel }, share),
        ]),
      ]
    }),
    ...exposure.flatMap(({ channel, status, crude, standardised, outsideSupport, eValue }) => {
      const about = { part: 'association', channel: channel ?? 'any', status }
      return [
        ...numberLine({ ...about, item: 'crude' }, crude),
        ...numberLine({ ...about, item: 'standardised' }, standardised),
        ...(outsideSupport === null ? [] : [{ ...about, item: 'outside_support', value: outsideSupport }]),
        ...(eValue === null ? [] : [{ ...about, item: 'e_value', value: eValue }]),
      ]
    }),
    ...(dose?.rows ?? []).flatMap(({ dose: channels, isAndMore, mean }) =>
      numberLine({ part: 'dose', item: `${channels}${isAndMore ? '+' : ''}` }, mean),
    ),
    ...numberLine({ part: 'dose', item: 'trend' }, dose?.trend ?? null),
  ]
}

function moneyLines({ money }: StudyResult): Line[] {
  const bounds = (one: MoneyNumber | null) =>
    one
      ? { value: one.value, low: one.low, high: one.high, status: one.isUnbounded ? 'unbounded' : 'ok' }
      : null
  const perPoint = bounds(money.perPoint)
  return [
    { part: 'money', channel: 'all', item: 'by_office', value: money.byOffice },
    { part: 'money', channel: 'all', item: 'activities', value: money.activities },
    { part: 'money', channel: 'all', item: 'activities_without_cost', value: money.withoutCost },
    ...money.rows.flatMap(({ channel, cost, peopleReached, costPerPerson }) => {
      const about = { part: 'money', channel: channel ?? 'all' }
      const perPerson = bounds(costPerPerson)
      return [
        { ...about, item: 'cost', value: cost },
        ...numberLine({ ...about, item: 'people_reached' }, peopleReached),
        ...(perPerson ? [{ ...about, item: 'cost_per_person', ...perPerson }] : []),
      ]
    }),
    ...(perPoint ? [{ part: 'money', item: 'cost_per_point', ...perPoint }] : []),
  ]
}
