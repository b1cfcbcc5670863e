// Administrative units with their dates of validity and their lineage. Filled from the units file at publish, read-only
// for everybody else.
import { database } from '#lib/db/client'

export type UnitLine = {
  id: string
  code: string
  name: string
  nameEn: string
  level: string
  parentId: string | null
  validFrom: Date
  validTo: Date | null
  /** The list names only some of the units it was made of. */
  hasUnlistedOrigins: boolean
}

export type LineageLine = { fromId: string; toId: string; isWhole: boolean }

/** Every unit of every period: by level of the tree, then by code. */
export function listUnits(): Promise<UnitLine[]> {
  return database().prisma.unit.findMany({ orderBy: [{ code: 'asc' }, { validFrom: 'asc' }] })
}

/** Which unit lives on in which. */
export function listLineage(): Promise<LineageLine[]> {
  return database().prisma.unitLineage.findMany({ orderBy: [{ toId: 'asc' }, { fromId: 'asc' }] })
}

/** One unit, or null. */
export function findUnit(id: string): Promise<UnitLine | null> {
  return database().prisma.unit.findUnique({ where: { id } })
}

/** A unit of whose id one is sure, and the one above it, by their names. */
export function findUnitWithParent(id: string) {
  const names = { id: true, name: true, nameEn: true }
  return database().prisma.unit.findUniqueOrThrow({
    where: { id },
    select: { ...names, parent: { select: names } },
  })
}
