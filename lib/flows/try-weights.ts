// What would come out with other weights: the same engine on the same answers. Nothing is stored, and every cell says that
// it is not official.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import type { IndexFile } from '#lib/definitions/index-file'
import { cellsOfUnit, loadIndexData, type UnitName } from '#lib/flows/load-index-data'
import { resultsShape } from '#lib/flows/load-results'
import type { Cell } from '#lib/scoring/cell'
import {
  type Family,
  listFamilies,
  reweighIndex,
  type WeightFault,
  weightFaults,
} from '#lib/scoring/reweigh-index'
import { requireShape } from '#lib/user-input'

const shape = resultsShape.extend({
  /** "code:number;code:number", numbers with a point or a comma; empty: the official weights. */
  weights: z.string().max(8000).default(''),
})

export type TriedWeights = {
  index: IndexFile
  wave: string
  units: UnitName[]
  /** Id of the total among `units`. */
  total: string
  families: Family[]
  /** As they were sent, the unreadable ones included. */
  given: ReadonlyMap<string, string>
  faults: WeightFault[]
  official: Cell[]
  /** Null while there is a fault or nothing was changed. */
  tried: Cell[] | null
}

/** Throws notAllowed to all but analysts, notFound, unknownWave. Wrong weights are told in `faults`. */
export async function tryWeights(actor: MaybeActor, input: z.input<typeof shape>): Promise<TriedWeights> {
  allow(actor, 'weights.try')
  const { weights: text, ...place } = requireShape(shape, input)
  const data = await loadIndexData(actor, place)
  const { index, wave, total } = data
  const units = [...wave.units.map(({ id, name, nameEn }) => ({ id, name, nameEn })), total]
  const given = readPairs(text)
  const weights = new Map([...given].map(([code, number]) => [code, readNumber(number)]))
  const faults = weightFaults(index, weights)
  const official = units.flatMap((unit) => cellsOfUnit(data, unit.id))
  const other =
    faults.length === 0 && weights.size > 0 ? { ...data, index: reweighIndex(index, weights) } : null
  const families = listFamilies(index)
  const tried =
    other && units.flatMap((unit) => cellsOfUnit(other, unit.id)).map((cell) => markUnofficial(cell, text))
  return { index, wave: wave.id, units, total: total.id, families, given, faults, official, tried }
}

function readPairs(text: string): Map<string, string> {
  const pairs = text.split(';').filter((pair) => pair.trim() !== '')
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf(':')
      return at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    }),
  )
}

function readNumber(text: string): number {
  return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

function markUnofficial(cell: Cell, weights: string): Cell {
  return {
    ...cell,
    flags: ['unofficial', ...cell.flags],
    method: `${cell.method}; not official, weights ${weights}`,
  }
}
