// The structure file: one line per indicator, aggregate, group and denominator, in the columns that COINr calls iMeta.
// Every fault of the file is found in one go, each with its line.

import { isGap, readNumber, type TextTable } from '#lib/composite/read-table'
import type { BuildFault, Member, Structure } from '#lib/composite/structure'

const required = ['Level', 'iCode', 'Parent', 'Direction', 'Weight', 'Type']
const types = ['Indicator', 'Aggregate', 'Group', 'Denominator', 'Other']

type Line = { line: number; code: string; type: string; cells: Record<string, string> }

/** The structure, or null where its faults leave none. */
export function readStructure(table: TextTable): { structure: Structure | null; faults: BuildFault[] } {
  const missing = required.filter((column) => !table.columns.includes(column))
  if (missing.length > 0) return { structure: null, faults: [missingColumns(table.file, missing)] }
  const at = (line: number) => `${table.file}, dòng ${line}`
  const faults: BuildFault[] = []
  const lines: Line[] = table.rows.map(({ line, cells }) => ({
    line,
    code: cells.iCode ?? '',
    type: cells.Type ?? '',
    cells,
  }))
  const seen = new Map<string, number>()
  for (const { line, code, type } of lines) {
    faults.push(...codeFaults(code).map((sentence) => ({ where: at(line), ...sentence })))
    const first = seen.get(code)
    if (first === undefined) seen.set(code, line)
    else if (code !== '')
      faults.push({
        where: at(line),
        vi: `mã “${code}” đã có ở dòng ${first}; mỗi mã chỉ được có một dòng.`,
        en: `code “${code}” already stands in line ${first}; each code has one line.`,
      })
    if (!types.includes(type))
      faults.push({
        where: at(line),
        vi: `Type “${type}” không có; hãy dùng ${types.join(', ')}.`,
        en: `there is no Type “${type}”; use ${types.join(', ')}.`,
      })
  }
  const members = lines
    .filter(({ type }) => type === 'Indicator' || type === 'Aggregate')
    .map((line) => readMember(line, table, at(line.line), faults))
  checkTree(members, at, faults)
  checkDenominators(members, lines, at, faults)
  if (!members.some(({ type }) => type === 'Indicator'))
    faults.push({
      where: table.file,
      vi: 'không có dòng nào có Type là Indicator.',
      en: 'no line has the Type Indicator.',
    })
  if (faults.length > 0) return { structure: null, faults }
  const codes = (type: string) => lines.filter((line) => line.type === type).map(({ code }) => code)
  const plain = members.map(({ line: _line, type: _type, ...member }): Member => member)
  const levels = Math.max(...plain.map(({ level }) => level))
  const aggregates = plain
    .filter(({ level }) => level > 1)
    .sort((a, b) => a.level - b.level || compareCodes(a.parent ?? '', b.parent ?? ''))
  return {
    structure: {
      indicators: plain.filter(({ level }) => level === 1),
      aggregates,
      levels,
      groups: codes('Group'),
      denominators: codes('Denominator'),
      others: codes('Other'),
    },
    faults,
  }
}

const collator = new Intl.Collator('en')

/** The order of codes in tables: as a dictionary has it, capitals beside small letters. */
export function compareCodes(a: string, b: string): number {
  return collator.compare(a, b)
}

type Read = Member & { line: number; type: string }

function readMember(
  { line, code, type, cells }: Line,
  table: TextTable,
  where: string,
  faults: BuildFault[],
): Read {
  const number = (column: string): number => {
    const value = readNumber(cells[column], table.hasDecimalComma)
    if (value !== null && !Number.isNaN(value)) return value
    faults.push({
      where,
      vi: `“${code}”: cột ${column} phải là một số (đang là “${cells[column]}”).`,
      en: `“${code}”: column ${column} must be a number (it is “${cells[column]}”).`,
    })
    return Number.NaN
  }
  const level = number('Level')
  const direction = number('Direction')
  const weight = number('Weight')
  if (level < 1 || level % 1 !== 0)
    faults.push({
      where,
      vi: `“${code}”: Level phải là số nguyên từ 1.`,
      en: `“${code}”: Level must be a whole number from 1.`,
    })
  if (type === 'Indicator' && level > 1)
    faults.push({
      where,
      vi: `“${code}” là Indicator nên Level phải là 1.`,
      en: `“${code}” is an Indicator, so its Level must be 1.`,
    })
  if (type === 'Aggregate' && level === 1)
    faults.push({
      where,
      vi: `“${code}” là Aggregate nên Level phải từ 2.`,
      en: `“${code}” is an Aggregate, so its Level must be 2 or more.`,
    })
  if (!Number.isNaN(direction) && direction !== 1 && direction !== -1)
    faults.push({
      where,
      vi: `“${code}”: Direction phải là 1 (càng lớn càng tốt) hoặc -1.`,
      en: `“${code}”: Direction must be 1 (more is better) or -1.`,
    })
  if (weight < 0)
    faults.push({
      where,
      vi: `“${code}”: Weight không được âm.`,
      en: `“${code}”: Weight must not be negative.`,
    })
  return {
    line,
    type,
    code,
    name: isGap(cells.iName) ? code : cells.iName!,
    level,
    parent: isGap(cells.Parent) ? null : cells.Parent!,
    direction: direction === -1 ? -1 : 1,
    weight,
    denominator: isGap(cells.Denominator) ? null : cells.Denominator!,
    settings: cells,
  }
}

function checkTree(members: Read[], at: (line: number) => string, faults: BuildFault[]): void {
  const levels = new Set(members.map(({ level }) => level))
  const top = Math.max(0, ...levels)
  for (let level = 1; level < top; level++)
    if (!levels.has(level))
      faults.push({
        where: 'Level',
        vi: `không có dòng nào ở Level ${level}; các mức phải liền nhau từ 1 đến ${top}.`,
        en: `no line has Level ${level}; levels must run from 1 to ${top} without a gap.`,
      })
  const byCode = new Map(members.map((member) => [member.code, member]))
  for (const { code, parent, level, line, type } of members) {
    const where = at(line)
    if (parent === null) {
      if (level < top)
        faults.push({
          where,
          vi: `“${code}” không có Parent; chỉ mức cao nhất (${top}) mới để trống.`,
          en: `“${code}” has no Parent; only the highest level (${top}) leaves it empty.`,
        })
    } else if (!byCode.has(parent)) {
      faults.push({
        where,
        vi: `“${code}”: Parent “${parent}” không có dòng Aggregate nào mang mã đó.`,
        en: `“${code}”: Parent “${parent}” is no Aggregate of this file.`,
      })
    } else if (byCode.get(parent)!.level !== level + 1) {
      faults.push({
        where,
        vi: `“${code}” ở Level ${level}, Parent “${parent}” phải ở Level ${level + 1} (đang ở ${byCode.get(parent)!.level}).`,
        en: `“${code}” is on Level ${level}, so its Parent “${parent}” must be on Level ${level + 1} (it is on ${byCode.get(parent)!.level}).`,
      })
    }
    if (type === 'Aggregate' && !members.some((member) => member.parent === code))
      faults.push({
        where,
        vi: `“${code}” không có dòng nào nhận làm Parent; hãy bỏ hoặc thêm thành phần.`,
        en: `no line names “${code}” as its Parent; remove it or give it parts.`,
      })
  }
}

function checkDenominators(
  members: Read[],
  lines: Line[],
  at: (line: number) => string,
  faults: BuildFault[],
) {
  const known = new Set(lines.filter(({ type }) => type === 'Denominator').map(({ code }) => code))
  for (const { code, denominator, line } of members)
    if (denominator !== null && !known.has(denominator))
      faults.push({
        where: at(line),
        vi: `“${code}”: Denominator “${denominator}” không có dòng nào có Type là Denominator.`,
        en: `“${code}”: no line of Type Denominator has the code “${denominator}”.`,
      })
}

function codeFaults(code: string) {
  if (code === '') return [{ vi: 'thiếu iCode.', en: 'iCode is missing.' }]
  if (/\s/.test(code))
    return [{ vi: `mã “${code}” có khoảng trắng.`, en: `code “${code}” has a blank in it.` }]
  if (/^\d/.test(code))
    return [{ vi: `mã “${code}” bắt đầu bằng chữ số.`, en: `code “${code}” begins with a digit.` }]
  return []
}

const missingColumns = (file: string, missing: string[]): BuildFault => ({
  where: `${file}, dòng 1`,
  vi: `thiếu cột ${missing.join(', ')}; tên cột phải viết đúng như vậy.`,
  en: `missing columns: ${missing.join(', ')}; they must be spelled exactly so.`,
})
