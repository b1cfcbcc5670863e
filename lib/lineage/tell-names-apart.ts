// Names of units of several periods side by side: a commune of today may bear the name of a smaller one that it took in.

type NamedUnit = { id: string; name: string; nameEn: string; validTo: Date | null }

/** In the same order; a unit that is no more says until when it was there, if another one has its name. */
export function tellNamesApart(units: readonly NamedUnit[]): { id: string; name: string; nameEn: string }[] {
  const isTaken = (unit: NamedUnit) =>
    unit.validTo !== null && units.some(({ id, name }) => id !== unit.id && name === unit.name)
  return units.map((unit) => {
    const { id, name, nameEn } = unit
    return isTaken(unit)
      ? { id, name: `${name} (đến ${dayOf(unit.validTo!)})`, nameEn }
      : { id, name, nameEn }
  })
}

function dayOf(date: Date): string {
  return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`
}
