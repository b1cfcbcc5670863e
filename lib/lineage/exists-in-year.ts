// Whether a unit was there at some time of a year: what belongs to a year belongs to every unit that lived in it.

/** True for a unit whose validity meets the year. */
export const existsInYear = (unit: { validFrom: Date; validTo: Date | null }, year: number): boolean =>
  unit.validFrom.getUTCFullYear() <= year && (unit.validTo === null || unit.validTo.getUTCFullYear() >= year)
