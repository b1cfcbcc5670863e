// The drawn villages of a sampled wave, pasted from a spreadsheet: unit, code, name, stratum, weight. Tabs, commas and
// semicolons all come out of spreadsheets, and so does the decimal comma. Nothing is guessed: a line that cannot be read
// is named with its number.
import Papa from 'papaparse'
import type { Sentence } from '#lib/problem'

export type DrawnCluster = { unitId: string; code: string; name: string; stratum: string; weight: number }
export type ClusterFault = Sentence & { line: number }
type Unit = { id: string; code: string }

export const clusterColumns = ['unit', 'code', 'name', 'stratum', 'weight'] as const

/** Reads a table with a head line of clusterColumns. `units` are those of the wave; they are named by id or by code. */
export function parseClusters(
  text: string,
  units: readonly Unit[],
): { clusters: DrawnCluster[]; faults: ClusterFault[] } {
  const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (head) => head.trim().toLowerCase(),
    transform: (value) => value.trim(),
  })
  const missing = clusterColumns.filter((column) => !meta.fields?.includes(column))
  if (missing.length > 0) return { clusters: [], faults: [missingColumns(missing)] }
  const clusters: DrawnCluster[] = []
  const faults: ClusterFault[] = []
  for (const [index, row] of data.entries()) {
    const line = index + 2
    const read = readCluster(row, units)
    if ('vi' in read) faults.push({ line, ...read })
    else if (clusters.some((one) => one.unitId === read.unitId && one.code === read.code))
      faults.push({ line, ...twice(read.code) })
    else clusters.push(read)
  }
  return { clusters, faults }
}

function readCluster(row: Record<string, string>, units: readonly Unit[]): DrawnCluster | Sentence {
  const { unit = '', code = '', name = '', stratum = '', weight = '' } = row
  const found = units.find((one) => one.id === unit || one.code === unit)
  if (!found)
    return {
      vi: `đơn vị “${unit}” không thuộc đợt này.`,
      en: `unit “${unit}” does not take part in this wave.`,
    }
  if (!code) return { vi: 'thiếu mã thôn.', en: 'the code of the village is missing.' }
  const number = Number(weight.replace(',', '.'))
  if (!weight || !Number.isFinite(number) || number <= 0)
    return {
      vi: `trọng số “${weight}” phải là số lớn hơn 0.`,
      en: `weight “${weight}” must be a number above 0.`,
    }
  return { unitId: found.id, code, name: name || code, stratum, weight: number }
}

const twice = (code: string): Sentence => ({
  vi: `mã thôn “${code}” có hai lần trong cùng đơn vị.`,
  en: `village code “${code}” appears twice in the same unit.`,
})

const missingColumns = (columns: string[]): ClusterFault => ({
  line: 1,
  vi: `thiếu cột ${columns.join(', ')} (dòng đầu phải là ${clusterColumns.join(', ')}).`,
  en: `column ${columns.join(', ')} is missing (the first line must be ${clusterColumns.join(', ')}).`,
})
