// Cross-checks of an index: the tree itself and its weights; check-source.ts holds what a leaf reads against the forms.
import type { AreasFile } from '#lib/definitions/areas-file'
import { checkRules } from '#lib/definitions/check-rule'
import { checkSource, type Published } from '#lib/definitions/check-source'
import { duplicates, type Finding, finding, findRing } from '#lib/definitions/finding'
import type { FormFile } from '#lib/definitions/form-file'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import type { ExternalSource, IndexSource } from '#lib/definitions/index-source'
import type { SeriesFile } from '#lib/definitions/series-file'
import { otherIndexes, sourcesOf } from '#lib/definitions/sources-of'

type Placed = { criterion: Criterion; where: string }

/** The other definitions that an index may point to. */
export type Surroundings = {
  forms: Published<FormFile>[]
  areas: Published<AreasFile>[]
  indexes: Published<IndexFile>[]
  series: Published<SeriesFile>[]
}

export function checkIndex(index: IndexFile, around: Surroundings): Finding[] {
  const { forms, areas } = around
  const all = walk(index.criteria, 'criteria')
  const knownAreas = new Set(areas.flatMap((file) => file.body.areas.map((area) => area.code)))
  return [
    ...duplicates(all.map(({ criterion }) => criterion.code)).map((code) =>
      finding(
        'duplicate_code',
        'criteria',
        `Mã tiêu chí “${code}” bị lặp lại.`,
        `Criterion code “${code}” appears more than once.`,
      ),
    ),
    ...checkShares(index.criteria, 'criteria', index.scale.max),
    ...all.flatMap(({ criterion, where }) => [
      ...checkNode(criterion, where),
      ...checkArea(criterion, where, knownAreas),
      ...(criterion.children ? checkShares(criterion.children, `${where}.children`, criterion.max) : []),
      ...checkRules(criterion, where),
    ]),
    ...sourcesOf(index.criteria).flatMap(({ source, where }) => {
      if ('form' in source) return checkSource(source, where, forms)
      if ('index' in source) return checkOther(source, where, around.indexes)
      return 'external' in source ? checkExternal(source, where, around.series) : []
    }),
    ...checkCircle(index, around),
    ...checkExtras(all),
    ...checkDates(index),
    ...checkBands(index),
  ]
}

function walk(criteria: Criterion[], where: string): Placed[] {
  return criteria.flatMap((criterion, at) => [
    { criterion, where: `${where}.${at}` },
    ...walk(criterion.children ?? [], `${where}.${at}.children`),
  ])
}

function checkNode(criterion: Criterion, where: string): Finding[] {
  if (Boolean(criterion.children) !== Boolean(criterion.source)) return []
  return [
    finding(
      'children_or_source',
      where,
      `Tiêu chí “${criterion.code}” phải có hoặc tiêu chí con (children), hoặc nguồn số liệu (source), không thể cả hai hay không có gì.`,
      `Criterion “${criterion.code}” must have either children or a source, not both and not neither.`,
    ),
  ]
}

function checkArea(criterion: Criterion, where: string, known: Set<string>): Finding[] {
  if (!criterion.area || known.has(criterion.area)) return []
  return [
    finding(
      'unknown_area',
      `${where}.area`,
      `Không có lĩnh vực “${criterion.area}” (tiêu chí “${criterion.code}”).`,
      `There is no area “${criterion.area}” (criterion “${criterion.code}”).`,
    ),
  ]
}

/** Siblings carry either weights that add up to 1, or points that add up to those of their parent. */
function checkShares(all: Criterion[], where: string, total: number | undefined): Finding[] {
  const siblings = all.filter(({ counts }) => counts === undefined)
  const weights = siblings.map((one) => one.weight)
  const points = siblings.map((one) => one.max)
  if (weights.every((weight) => weight !== undefined) && points.every((max) => max === undefined)) {
    return mismatch(weights, 1, 'weights', where)
  }
  if (points.every((max) => max !== undefined) && weights.every((weight) => weight === undefined)) {
    if (total !== undefined) return mismatch(points, total, 'points', where)
    return []
  }
  return [
    finding(
      'weight_or_max',
      where,
      'Các tiêu chí cùng cấp phải cùng dùng trọng số (weight) hoặc cùng dùng điểm tối đa (max).',
      'Criteria side by side must all carry a weight or all carry a max.',
    ),
  ]
}

function mismatch(
  parts: (number | undefined)[],
  expected: number,
  kind: 'weights' | 'points',
  where: string,
) {
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0)
  if (Math.abs(sum - expected) < 1e-6) return []
  const shown = Number(sum.toFixed(6))
  return [
    finding(
      kind === 'weights' ? 'weights_sum' : 'points_sum',
      where,
      `${kind === 'weights' ? 'Trọng số' : 'Điểm tối đa'} cộng lại bằng ${shown}, phải bằng ${expected}.`,
      `The ${kind === 'weights' ? 'weights' : 'points'} add up to ${shown}, they must add up to ${expected}.`,
    ),
  ]
}

function checkBands(index: IndexFile): Finding[] {
  const starts = index.bands.map((band) => band.from)
  const rises = starts.every((from, at) => at === 0 || from > (starts[at - 1] ?? Number.POSITIVE_INFINITY))
  if (rises && starts[0] === index.scale.min && starts.every((from) => from <= index.scale.max)) return []
  return [
    finding(
      'bands',
      'bands',
      `Các mức xếp loại phải tăng dần, bắt đầu từ ${index.scale.min} và không quá ${index.scale.max}.`,
      `Bands must rise, begin at ${index.scale.min} and not pass ${index.scale.max}.`,
    ),
  ]
}

function checkOther(source: IndexSource, where: string, indexes: Published<IndexFile>[]): Finding[] {
  const name = `${source.index}.v${source.version}`
  const other = indexes.find((one) => `${one.slug}.v${one.version}` === name)
  if (!other)
    return [finding('unknown_index', where, `Không có chỉ số “${name}”.`, `There is no index “${name}”.`)]
  const { criterion } = source
  if (!criterion || walk(other.body.criteria, '').some((one) => one.criterion.code === criterion)) return []
  return [
    finding(
      'unknown_criterion',
      where,
      `Chỉ số “${name}” không có tiêu chí “${criterion}”.`,
      `The index “${name}” has no criterion “${criterion}”.`,
    ),
  ]
}

function checkExternal(
  { external }: ExternalSource,
  where: string,
  series: Published<SeriesFile>[],
): Finding[] {
  const ofSlug = series.filter((one) => one.slug === external.series)
  if (ofSlug.length === 0)
    return [
      finding(
        'unknown_series',
        where,
        `Không có chỉ số công bố “${external.series}”.`,
        `There is no published series “${external.series}”.`,
      ),
    ]
  const { part } = external
  if (!part || ofSlug.some(({ body }) => body.dimensions.some(({ code }) => code === part))) return []
  return [
    finding(
      'unknown_series',
      where,
      `“${external.series}” không có thành phần “${part}”.`,
      `“${external.series}” has no dimension “${part}”.`,
    ),
  ]
}

/** An index must not, in however many steps, be made of itself; nor of a series that publishes it. */
function checkCircle(index: IndexFile, { indexes, series }: Surroundings): Finding[] {
  const nameOf = ({ slug, version }: { slug: string; version: number }) => `${slug}.v${version}`
  const bodies = [...indexes.map(({ body }) => body), index]
  const read = (criteria: Criterion[]) => [
    ...otherIndexes(criteria),
    ...sourcesOf(criteria).flatMap(({ source }) =>
      'external' in source ? publishedBy(source, series, bodies).map(nameOf) : [],
    ),
  ]
  const own = nameOf(index)
  const graph = new Map([[own, read(index.criteria)]])
  for (const one of indexes) if (nameOf(one) !== own) graph.set(nameOf(one), read(one.body.criteria))
  const ring = findRing(graph)
  if (!ring?.includes(own)) return []
  return [
    finding(
      'circular_source',
      'criteria',
      `Chỉ số dựa vào chính nó: ${ring.join(' → ')}.`,
      `The index is made of itself: ${ring.join(' → ')}.`,
    ),
  ]
}

/** The indexes of this house whose results a published series carries. */
function publishedBy({ external }: ExternalSource, series: Surroundings['series'], indexes: IndexFile[]) {
  const slugs = series.filter(({ slug }) => slug === external.series).map(({ body }) => body.index)
  return indexes.filter(({ slug }) => slugs.includes(slug))
}

/** Bonus and minus points are points, and there must be something they are added to. */
function checkExtras(all: Placed[]): Finding[] {
  return all.flatMap(({ criterion, where }) => {
    if (!criterion.counts || (criterion.max !== undefined && criterion.weight === undefined)) return []
    return [
      finding(
        'weight_or_max',
        where,
        `Điểm cộng, điểm trừ “${criterion.code}” phải có max và không có weight.`,
        `Bonus or minus points “${criterion.code}” need a max and no weight.`,
      ),
    ]
  })
}

function checkDates({ validFrom, validTo }: IndexFile): Finding[] {
  if (!validFrom || !validTo || validFrom <= validTo) return []
  return [
    finding(
      'dates',
      'validTo',
      `Ngày hết hiệu lực (${validTo}) phải sau ngày bắt đầu (${validFrom}).`,
      `The last day (${validTo}) must come after the first (${validFrom}).`,
    ),
  ]
}
