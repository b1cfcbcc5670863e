// Cross-checks of an index: the tree itself and its weights; check-source.ts holds what a leaf reads against the forms.
import type { AreasFile } from '#lib/definitions/areas-file'
import { checkSource, type Published } from '#lib/definitions/check-source'
import { duplicates, type Finding, finding } from '#lib/definitions/finding'
import type { FormFile } from '#lib/definitions/form-file'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'

type Placed = { criterion: Criterion; where: string }

export function checkIndex(
  index: IndexFile,
  forms: Published<FormFile>[],
  areas: Published<AreasFile>[],
): Finding[] {
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
      ...(criterion.source && 'form' in criterion.source
        ? checkSource(criterion.source, `${where}.source`, forms)
        : []),
    ]),
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
function checkShares(siblings: Criterion[], where: string, total: number | undefined): Finding[] {
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
