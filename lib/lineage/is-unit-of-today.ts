// Whether a unit is there now: what is planned today is planned for the units of today.

/** For `filter`: true for units that are there at `now`. */
export function isUnitOfToday(now: Date): (unit: { validFrom: Date; validTo: Date | null }) => boolean {
  return ({ validFrom, validTo }) => validFrom <= now && (validTo === null || validTo >= now)
}
