// Reference cases of kind `criteria_tree_index`: entered points and survey shares of every unit, both kinds of error.

import type { MissingPolicy } from '#lib/stats/criteria-tree'
import { criteriaTreeIndex, type TreeArea } from '#lib/stats/criteria-tree-index'
import { countItems } from '#lib/stats/item-counts'
import { caseDesign } from '../case-design'
import { caseCodes } from '../case-index'
import type { Dataset } from '../dataset'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { keepRows } from '../keep-rows'
import { groupRows, isSame, selectRows } from '../select-rows'

interface GivenTree {
  min_coverage: number
  areas: { id: string; criteria: GivenCriterion[] }[]
}

interface GivenCriterion {
  id: string
  max_points: number
  source: 'admin' | 'survey_share'
  column?: string
  items?: string[]
  transform?: [number, number][]
}

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const tree = folder.json(testCase.tree as string) as GivenTree
  const entered = folder.table(testCase.admin_csv as string)
  const all = folder.dataset(testCase)
  const data = keepRows(all, selectRows(all, testCase.subset))
  const design = caseDesign(data, testCase.design!)
  const unit = testCase.unit as string
  const rules = {
    missing: testCase.missing_policy as MissingPolicy,
    minimumCoverage: tree.min_coverage,
    level: testCase.level,
  }
  return {
    units: groupRows(data, [unit], selectRows(data, null)).map(({ key, rows }) => {
      const line = entered.column(unit).findIndex((value) => isSame(value, key![unit]!))
      const areas = makeAreas(testCase, tree, data, entered, line)
      return { key, ...unitFields(criteriaTreeIndex(design, areas, { ...rules, domain: rows })) }
    }),
  }
}

function makeAreas(
  testCase: GoldenCase,
  tree: GivenTree,
  data: Dataset,
  entered: Dataset,
  line: number,
): TreeArea[] {
  return tree.areas.map(({ id, criteria }) => ({
    name: id,
    criteria: criteria.map((criterion) => {
      const { id: name, max_points: maximumPoints, source, column, items, transform } = criterion
      if (source === 'admin') {
        return { kind: 'entered', name, maximumPoints, points: entered.numbers(column!)[line] ?? null }
      }
      const answers = [items!].flat().map((item) => data.numbers(item))
      return {
        kind: 'survey',
        name,
        maximumPoints,
        counts: countItems(answers, caseCodes(testCase)),
        line: transform!,
      }
    }),
  }))
}

function unitFields(index: ReturnType<typeof criteriaTreeIndex>) {
  return {
    percent: index.percent,
    points: index.points,
    max_points_used: index.maximumPoints,
    se_linearised: index.standardErrorLinearised,
    se_jkn: index.standardErrorJackknife,
    df: index.degreesOfFreedom,
    ci_low: index.low,
    ci_high: index.high,
    areas: index.areas.map((area) => ({
      area: area.name,
      points: area.points,
      max_points: area.maximumPoints,
      max_points_available: area.availablePoints,
      percent: area.percent,
      se_linearised: area.standardErrorLinearised,
      se_jkn: area.standardErrorJackknife,
    })),
  }
}
