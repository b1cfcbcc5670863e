// Units with too few figures, or with too many zeros, leave the index before they are compared.
import type { ScreenOptions } from '#lib/composite/build-options'
import type { Stage } from '#lib/composite/structure'

/** The stage with the units that stay. `Force` keeps or removes units whatever their data. */
export function screen(stage: Stage, options: ScreenOptions): Stage {
  const columns = [...stage.columns.values()]
  const stays = stage.units.map((unit, row) => {
    const forced = options.Force[unit]
    if (forced !== undefined) return forced
    const missing = columns.filter((column) => Number.isNaN(column[row])).length
    const zeros = columns.filter((column) => column[row] === 0).length
    const hasData = !(1 - missing / columns.length < options.dat_thresh)
    const hasNonzero = !(1 - zeros / (columns.length - missing) < options.nonzero_thresh)
    if (options.unit_screen === 'byNA') return hasData
    return options.unit_screen === 'byzeros' ? hasNonzero : hasData && hasNonzero
  })
  return {
    units: stage.units.filter((_, row) => stays[row]),
    columns: new Map(
      [...stage.columns].map(([code, column]) => [code, column.filter((_, row) => stays[row])]),
    ),
  }
}
