// Cross-checks of a units file: ids and validity, parents, lineage.
import { duplicates, type Finding, finding, findRing } from '#lib/definitions/finding'
import type { UnitsFile } from '#lib/definitions/units-file'

type Unit = UnitsFile['units'][number]

export function checkUnits(file: UnitsFile): Finding[] {
  const units = new Map(file.units.map((unit) => [unit.id, unit]))
  return [
    ...duplicates(file.units.map((unit) => unit.id)).map((id) =>
      finding(
        'duplicate_code',
        'units',
        `Mã đơn vị “${id}” bị lặp lại.`,
        `Unit id “${id}” appears more than once.`,
      ),
    ),
    ...file.units.flatMap((unit, at) => checkUnit(unit, `units.${at}`, file, units)),
    ...checkOverlaps(file.units),
    ...checkParentRing(file.units),
    ...checkLineage(file, units),
  ]
}

function checkUnit(unit: Unit, where: string, file: UnitsFile, units: Map<string, Unit>): Finding[] {
  const found: Finding[] = []
  if (!unit.id.startsWith(`${unit.code}-`)) {
    found.push(
      finding(
        'id_code',
        `${where}.id`,
        `Mã riêng “${unit.id}” phải bắt đầu bằng “${unit.code}-”.`,
        `Id “${unit.id}” must begin with “${unit.code}-”.`,
      ),
    )
  }
  if (!file.levels.some((level) => level.code === unit.level)) {
    found.push(
      finding(
        'unknown_level',
        `${where}.level`,
        `Cấp “${unit.level}” của “${unit.id}” không có trong levels.`,
        `Level “${unit.level}” of “${unit.id}” is not in levels.`,
      ),
    )
  }
  if (unit.validTo && unit.validTo < unit.validFrom) {
    found.push(
      finding(
        'dates_reversed',
        `${where}.validTo`,
        `“${unit.id}” hết hiệu lực (${unit.validTo}) trước khi có hiệu lực (${unit.validFrom}).`,
        `“${unit.id}” ends (${unit.validTo}) before it begins (${unit.validFrom}).`,
      ),
    )
  }
  if (unit.parent) found.push(...checkParent(unit, unit.parent, where, file, units))
  return found
}

function checkParent(
  unit: Unit,
  parentId: string,
  where: string,
  file: UnitsFile,
  units: Map<string, Unit>,
): Finding[] {
  const parent = units.get(parentId)
  if (!parent) {
    return [
      finding(
        'orphan_parent',
        `${where}.parent`,
        `“${unit.id}” thuộc đơn vị “${parentId}” nhưng không có đơn vị đó.`,
        `“${unit.id}” belongs to “${parentId}”, which is not in the file.`,
      ),
    ]
  }
  const found: Finding[] = []
  if (file.units.indexOf(parent) > file.units.indexOf(unit)) {
    found.push(
      finding(
        'parent_order',
        `${where}.parent`,
        `“${parentId}” phải đứng trước đơn vị con “${unit.id}”.`,
        `“${parentId}” must stand before its child “${unit.id}”.`,
      ),
    )
  }
  const ends = (one: Unit) => one.validTo ?? '9999-12-31'
  if (unit.validFrom < parent.validFrom || ends(unit) > ends(parent)) {
    found.push(
      finding(
        'outside_parent',
        where,
        `Thời gian hiệu lực của “${unit.id}” vượt ra ngoài thời gian của “${parentId}”.`,
        `“${unit.id}” is valid at a time when “${parentId}” is not.`,
      ),
    )
  }
  return found
}

function checkOverlaps(units: Unit[]): Finding[] {
  return units.flatMap((unit, at) =>
    units
      .slice(at + 1)
      .filter(
        (other) =>
          other.code === unit.code &&
          other.id !== unit.id &&
          other.validFrom <= (unit.validTo ?? '9999-12-31') &&
          unit.validFrom <= (other.validTo ?? '9999-12-31'),
      )
      .map((other) =>
        finding(
          'overlap',
          `units.${at}`,
          `“${unit.id}” và “${other.id}” cùng mã ${unit.code} và cùng có hiệu lực trong một thời gian.`,
          `“${unit.id}” and “${other.id}” share code ${unit.code} and are valid at the same time.`,
        ),
      ),
  )
}

function checkParentRing(units: Unit[]): Finding[] {
  const ring = findRing(new Map(units.map((unit) => [unit.id, unit.parent ? [unit.parent] : []])))
  if (!ring) return []
  const path = ring.join(' → ')
  return [
    finding(
      'circular',
      'units',
      `Đơn vị thuộc vòng tròn: ${path}.`,
      `Units belong to each other in a circle: ${path}.`,
    ),
  ]
}

function checkLineage(file: UnitsFile, units: Map<string, Unit>): Finding[] {
  const pairs = file.lineage.map((line) => `${line.from} → ${line.to}`)
  return [
    ...duplicates(pairs).map((pair) =>
      finding(
        'duplicate_code',
        'lineage',
        `Dòng kế thừa “${pair}” bị lặp lại.`,
        `Lineage “${pair}” appears more than once.`,
      ),
    ),
    ...file.lineage.flatMap((line, at) => checkLine(line, `lineage.${at}`, units)),
    ...checkWholes(file),
  ]
}

function checkLine(line: UnitsFile['lineage'][number], where: string, units: Map<string, Unit>): Finding[] {
  const missing = [line.from, line.to].filter((id) => !units.has(id))
  const from = units.get(line.from)
  const to = units.get(line.to)
  if (!from || !to) {
    return missing.map((id) =>
      finding('unknown_unit', where, `Không có đơn vị “${id}”.`, `There is no unit “${id}”.`),
    )
  }
  if (from.validTo && from.validTo < to.validFrom) return []
  return [
    finding(
      'lineage_dates',
      where,
      `“${from.id}” phải hết hiệu lực trước khi “${to.id}” có hiệu lực.`,
      `“${from.id}” must end before “${to.id}” begins.`,
    ),
  ]
}

/** A unit that went over whole cannot have gone anywhere else too. */
function checkWholes(file: UnitsFile): Finding[] {
  const wholes = new Set(file.lineage.filter((line) => line.whole).map((line) => line.from))
  return duplicates(file.lineage.map((line) => line.from))
    .filter((id) => wholes.has(id))
    .map((id) =>
      finding(
        'whole_and_part',
        'lineage',
        `“${id}” không thể vừa nhập toàn bộ vào một đơn vị vừa nhập vào đơn vị khác.`,
        `“${id}” cannot go over whole to one unit and also to another.`,
      ),
    )
}
