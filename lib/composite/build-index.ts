// A research index from two tables, step by step, every step kept: what COINr calls the data sets of a coin. The surprise:
// a step that has nothing to do still leaves its stage, so that the chain can be followed without gaps.
import { aggregate } from '#lib/composite/aggregate'
import type { BuildOptions, ImputeOptions, StepName } from '#lib/composite/build-options'
import { buildOptions } from '#lib/composite/build-options'
import { denominate, denominateFaults } from '#lib/composite/denominate'
import { impute } from '#lib/composite/impute'
import { normalise, normaliseFaults } from '#lib/composite/normalise'
import { readData } from '#lib/composite/read-data'
import { readStructure } from '#lib/composite/read-structure'
import { readTable } from '#lib/composite/read-table'
import { screen } from '#lib/composite/screen'
import type { BuildFault, Member, Stage, Structure, UnitData } from '#lib/composite/structure'
import { type TreatmentLine, treat } from '#lib/composite/treat'

export const stageNames = {
  Denominate: 'Denominated',
  Impute: 'Imputed',
  Screen: 'Screened',
  Treat: 'Treated',
  Normalise: 'Normalised',
  Aggregate: 'Aggregated',
} as const

export type BuiltIndex = {
  structure: Structure
  data: UnitData
  /** Raw first, then one per step, in order. */
  stages: { name: string; stage: Stage }[]
  treatment: TreatmentLine[]
  /** The options with every default written out. */
  options: BuildOptions
}

export type SourceFile = { file: string; text: string }

/** The index, or every fault of the two files and of the options. */
export function buildIndex(
  dataFile: SourceFile,
  metaFile: SourceFile,
  given: BuildOptions,
): { index: BuiltIndex | null; faults: BuildFault[] } {
  const meta = readTable(metaFile.file, metaFile.text)
  const table = readTable(dataFile.file, dataFile.text)
  const read = readStructure(meta.table)
  const faults = [...meta.faults, ...table.faults, ...read.faults]
  if (!read.structure) return { index: null, faults }
  const { data, faults: dataFaults } = readData(table.table, read.structure, given.time)
  faults.push(...dataFaults, ...excludeFaults(read.structure, given.exclude))
  if (!data || faults.length > 0) return { index: null, faults }
  const structure = without(read.structure, new Set(given.exclude))
  const options = completeOptions(given, structure)
  const raw: Stage = {
    units: data.raw.units,
    columns: new Map(structure.indicators.map(({ code }) => [code, data.raw.columns.get(code)!])),
  }
  return runSteps({ structure, data, stages: [{ name: 'Raw', stage: raw }], treatment: [], options })
}

function runSteps(index: BuiltIndex): { index: BuiltIndex | null; faults: BuildFault[] } {
  for (const step of index.options.steps) {
    const { stage, faults } = runStep(step, index)
    if (faults.length > 0) return { index: null, faults }
    index.stages.push({ name: stageNames[step], stage })
  }
  return { index, faults: [] }
}

function runStep(step: StepName, index: BuiltIndex): { stage: Stage; faults: BuildFault[] } {
  const { structure, data, stages, options } = index
  const before = stages.at(-1)!.stage
  switch (step) {
    case 'Denominate': {
      const faults = denominateFaults(structure, data.denominators, options.Denominate!)
      if (faults.length > 0) return { stage: before, faults }
      return { stage: denominate(before, structure, data.denominators, options.Denominate!), faults }
    }
    case 'Impute': {
      const faults = groupFaults(structure, options.Impute!)
      return { stage: faults.length > 0 ? before : impute(before, structure, data, options.Impute!), faults }
    }
    case 'Screen': {
      const stage = screen(before, options.Screen!)
      return { stage, faults: stage.units.length > 0 ? [] : [nobodyLeft] }
    }
    case 'Treat': {
      const treated = treat(before, options.Treat!)
      index.treatment = treated.lines
      return { stage: treated.stage, faults: unknownCodes(structure, options.Treat!.indiv_specs, 'Treat') }
    }
    case 'Normalise': {
      const faults = [
        ...unknownCodes(structure, options.Normalise!.indiv_specs, 'Normalise'),
        ...normaliseFaults(structure, before.units, options.Normalise!),
      ]
      return { stage: faults.length > 0 ? before : normalise(before, structure, options.Normalise!), faults }
    }
    case 'Aggregate':
      return aggregate(before, structure, options.Aggregate!)
  }
}

/** Steps that the options do not name run as in COINr's example: gaps by the mean of the last group, units with 90 %. */
function completeOptions(given: BuildOptions, structure: Structure): BuildOptions {
  const group = structure.groups.at(-1)
  const imputed = group === undefined ? {} : { f_i: 'i_mean_grp', use_group: group }
  return buildOptions.parse({
    ...given,
    Denominate: given.Denominate ?? {},
    Impute: given.Impute ?? imputed,
    Screen: given.Screen ?? { unit_screen: 'byNA', dat_thresh: 0.9 },
    Treat: given.Treat ?? {},
    Normalise: given.Normalise ?? {},
    Aggregate: given.Aggregate ?? {},
  })
}

/** The structure without some indicators, and without the aggregates that have no part left. */
function without(structure: Structure, excluded: ReadonlySet<string>): Structure {
  if (excluded.size === 0) return structure
  const indicators = structure.indicators.filter(({ code }) => !excluded.has(code))
  let kept: Member[] = structure.aggregates
  for (let before = -1; before !== kept.length; ) {
    before = kept.length
    const parents = new Set([...indicators, ...kept].map(({ parent }) => parent))
    kept = kept.filter(({ code }) => parents.has(code))
  }
  return { ...structure, indicators, aggregates: kept }
}

function excludeFaults(structure: Structure, exclude: string[]): BuildFault[] {
  return exclude
    .filter((code) => !structure.indicators.some((one) => one.code === code))
    .map((code) => ({
      where: 'exclude',
      vi: `không có chỉ tiêu “${code}” để bỏ.`,
      en: `there is no indicator “${code}” to leave out.`,
    }))
}

function groupFaults(structure: Structure, { f_i, use_group, group_level }: ImputeOptions): BuildFault[] {
  const where = 'Impute'
  if (group_level !== undefined && group_level > structure.levels)
    return [
      {
        where,
        vi: `group_level phải từ 2 đến ${structure.levels}.`,
        en: `group_level must be from 2 to ${structure.levels}.`,
      },
    ]
  if (!f_i.endsWith('_grp')) return []
  if (use_group === undefined)
    return [{ where, vi: `${f_i} cần use_group.`, en: `${f_i} needs a use_group.` }]
  if (structure.groups.includes(use_group)) return []
  return [
    {
      where,
      vi: `không có cột nhóm “${use_group}”; có: ${structure.groups.join(', ')}.`,
      en: `there is no group “${use_group}”; there are: ${structure.groups.join(', ')}.`,
    },
  ]
}

function unknownCodes(structure: Structure, specs: Record<string, unknown>, where: string): BuildFault[] {
  return Object.keys(specs)
    .filter((code) => !structure.indicators.some((one) => one.code === code))
    .map((code) => ({
      where: `${where} ${code}`,
      vi: `không có chỉ tiêu “${code}”.`,
      en: `there is no indicator “${code}”.`,
    }))
}

const nobodyLeft: BuildFault = {
  where: 'Screen',
  vi: 'không còn đơn vị nào đủ số liệu; hãy hạ ngưỡng dat_thresh.',
  en: 'no unit has enough data; lower dat_thresh.',
}
