// The data file: one line per unit, one column per indicator, denominator and group of the structure (COINr: iData).
// Every fault is found in one go, each with its line and column.

import { compareCodes } from '#lib/composite/read-structure'
import { isGap, readNumber, type TextTable } from '#lib/composite/read-table'
import type { BuildFault, Stage, Structure, UnitData } from '#lib/composite/structure'

const special = ['uCode', 'uName', 'Time']

/** The data, units in the order of their codes; null where faults leave none. `time` picks the lines of one Time. */
export function readData(
  table: TextTable,
  structure: Structure,
  time?: string,
): { data: UnitData | null; faults: BuildFault[] } {
  const faults = columnFaults(table, structure)
  if (!table.columns.includes('uCode')) return { data: null, faults }
  const rows = pickTime(table, time, faults)
  faults.push(...unitFaults(table, rows))
  const numeric = [...structure.indicators.map(({ code }) => code), ...structure.denominators]
  const sorted = [...rows].sort((a, b) => compareCodes(a.cells.uCode ?? '', b.cells.uCode ?? ''))
  const units = sorted.map(({ cells }) => cells.uCode ?? '')
  const columns = new Map(
    numeric.map((code) => [
      code,
      sorted.map(({ line, cells }) => {
        const value = readNumber(cells[code], table.hasDecimalComma)
        if (value === null) faults.push(notNumber(table.file, line, code, cells[code] ?? ''))
        return value ?? Number.NaN
      }),
    ]),
  )
  if (faults.length > 0) return { data: null, faults }
  const pick = (codes: string[]): Stage => ({
    units,
    columns: new Map(codes.map((code) => [code, columns.get(code)!])),
  })
  const groups = structure.groups.map((code) => {
    const known = sorted.filter(({ cells }) => !isGap(cells[code]))
    return [code, new Map(known.map(({ cells }) => [cells.uCode ?? '', cells[code] ?? '']))] as const
  })
  return {
    data: {
      raw: pick(structure.indicators.map(({ code }) => code)),
      names: new Map(sorted.map(({ cells }) => [cells.uCode ?? '', cells.uName || (cells.uCode ?? '')])),
      groups: new Map(groups),
      denominators: pick(structure.denominators),
    },
    faults,
  }
}

function columnFaults({ file, columns }: TextTable, structure: Structure): BuildFault[] {
  const where = `${file}, dòng 1`
  const inside = [
    ...structure.indicators.map(({ code }) => code),
    ...structure.groups,
    ...structure.denominators,
    ...structure.others,
  ]
  const computed = new Set(structure.aggregates.map(({ code }) => code))
  const faults: BuildFault[] = []
  if (!columns.includes('uCode'))
    faults.push({
      where,
      vi: 'thiếu cột uCode (mã đơn vị).',
      en: 'column uCode (code of the unit) is missing.',
    })
  for (const code of inside.filter((one) => !columns.includes(one)))
    faults.push({
      where,
      vi: `thiếu cột “${code}” có trong tệp cấu trúc.`,
      en: `column “${code}” of the structure file is missing.`,
    })
  for (const column of columns.filter((one) => !special.includes(one) && !inside.includes(one)))
    faults.push(
      computed.has(column)
        ? {
            where,
            vi: `cột “${column}” là tiêu chí tổng hợp, sẽ được tính; hãy bỏ cột này.`,
            en: `column “${column}” is an aggregate and will be computed; remove it.`,
          }
        : {
            where,
            vi: `cột “${column}” không có trong tệp cấu trúc; hãy thêm một dòng (Type Other nếu không dùng) hoặc bỏ cột.`,
            en: `column “${column}” is not in the structure file; add a line (Type Other when unused) or remove it.`,
          },
    )
  return faults
}

function pickTime(table: TextTable, time: string | undefined, faults: BuildFault[]): TextTable['rows'] {
  const times = [...new Set(table.rows.map(({ cells }) => cells.Time ?? ''))]
  if (time !== undefined) {
    const rows = table.rows.filter(({ cells }) => cells.Time === time)
    if (rows.length === 0)
      faults.push({
        where: `${table.file}, Time`,
        vi: `không có dòng nào có Time là ${time}; có: ${times.join(', ')}.`,
        en: `no line has the Time ${time}; there are: ${times.join(', ')}.`,
      })
    return rows
  }
  if (table.columns.includes('Time') && times.length > 1)
    faults.push({
      where: `${table.file}, Time`,
      vi: `có nhiều thời điểm (${times.join(', ')}); hãy chọn một bằng --time.`,
      en: `several times (${times.join(', ')}); choose one with --time.`,
    })
  return table.rows
}

function unitFaults({ file, columns }: TextTable, rows: TextTable['rows']): BuildFault[] {
  const seen = new Map<string, number>()
  const faults: BuildFault[] = []
  if (rows.length === 0) faults.push({ where: file, vi: 'không có đơn vị nào.', en: 'there is no unit.' })
  for (const { line, cells } of rows) {
    const unit = cells.uCode ?? ''
    const where = `${file}, dòng ${line}, cột uCode`
    const first = seen.get(unit)
    if (unit === '') faults.push({ where, vi: 'thiếu mã đơn vị.', en: 'the code of the unit is missing.' })
    else if (/\s/.test(unit))
      faults.push({ where, vi: `mã “${unit}” có khoảng trắng.`, en: `code “${unit}” has a blank in it.` })
    else if (columns.includes(unit))
      faults.push({
        where,
        vi: `“${unit}” vừa là mã đơn vị vừa là tên cột.`,
        en: `“${unit}” is both a unit and a column.`,
      })
    else if (first !== undefined)
      faults.push({
        where,
        vi: `đơn vị “${unit}” đã có ở dòng ${first}.`,
        en: `unit “${unit}” already stands in line ${first}.`,
      })
    else seen.set(unit, line)
  }
  return faults
}

const notNumber = (file: string, line: number, code: string, cell: string): BuildFault => ({
  where: `${file}, dòng ${line}, cột ${code}`,
  vi: `“${cell}” không phải là số; ô thiếu số liệu thì để trống hoặc ghi NA.`,
  en: `“${cell}” is not a number; leave a gap empty or write NA.`,
})
