// Extensive indicators (flights, exports) divided by the size of the unit (people, output), so that large units are not
// better or worse by their size alone.
import type { DenominateOptions } from '#lib/composite/build-options'
import { type BuildFault, columnOf, type Stage, type Structure } from '#lib/composite/structure'

type Division = { iCode: string; Denominator: string; ScaleFactor?: number }

const operations = {
  '/': (value: number, by: number) => value / by,
  '*': (value: number, by: number) => value * by,
  '+': (value: number, by: number) => value + by,
  '-': (value: number, by: number) => value - by,
}

/** Which indicator is divided by which column: as the option says, else as the structure file says. */
function divisionsOf(structure: Structure, options: DenominateOptions): Division[] {
  const written = structure.indicators.flatMap(({ code, denominator }) =>
    denominator === null ? [] : [{ iCode: code, Denominator: denominator }],
  )
  return options.denomby ?? written
}

/** Divisions that cannot be: an unknown column, or a unit of size 0. */
export function denominateFaults(
  structure: Structure,
  denominators: Stage,
  options: DenominateOptions,
): BuildFault[] {
  return divisionsOf(structure, options).flatMap(({ iCode, Denominator }): BuildFault[] => {
    const where = `Denominate ${iCode}`
    if (!structure.indicators.some(({ code }) => code === iCode))
      return [{ where, vi: `không có chỉ tiêu “${iCode}”.`, en: `there is no indicator “${iCode}”.` }]
    const column = denominators.columns.get(Denominator)
    if (!column)
      return [
        {
          where,
          vi: `không có cột mẫu số “${Denominator}”.`,
          en: `there is no denominator “${Denominator}”.`,
        },
      ]
    const empty = denominators.units.filter((_, at) => column[at] === 0)
    if (empty.length === 0 || options.f_denom !== '/') return []
    return [
      {
        where,
        vi: `mẫu số “${Denominator}” bằng 0 ở ${empty.join(', ')}; hãy sửa số liệu hoặc để trống.`,
        en: `denominator “${Denominator}” is 0 for ${empty.join(', ')}; mend the figure or leave it empty.`,
      },
    ]
  })
}

export function denominate(
  stage: Stage,
  structure: Structure,
  denominators: Stage,
  options: DenominateOptions,
): Stage {
  const columns = new Map(stage.columns)
  const rows = stage.units.map((unit) => denominators.units.indexOf(unit))
  for (const { iCode, Denominator, ScaleFactor = 1 } of divisionsOf(structure, options)) {
    const sizes = columnOf(denominators, Denominator)
    const operate = operations[options.f_denom]
    columns.set(
      iCode,
      columnOf(stage, iCode).map((value, at) => operate(value, sizes[rows[at]!]! / ScaleFactor)),
    )
  }
  return { units: stage.units, columns }
}
