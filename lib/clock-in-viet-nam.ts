// Viet Nam's clock for code that can only ask the machine's own one, as survey-core does: a Date whose getHours, getDate …
// are those of Viet Nam (UTC+7, no summer time since 1975), whatever zone the server or the phone is set to.
const hoursAhead = 7
const hour = 3_600_000

/** The wall clock of Viet Nam at a moment, as the local time of this machine. */
export function clockInVietNam(moment: Date): Date {
  const there = new Date(moment.getTime() + hoursAhead * hour)
  return new Date(
    there.getUTCFullYear(),
    there.getUTCMonth(),
    there.getUTCDate(),
    there.getUTCHours(),
    there.getUTCMinutes(),
    there.getUTCSeconds(),
    there.getUTCMilliseconds(),
  )
}

/** The moment at which Viet Nam's clock shows what `clock` shows here. */
export function momentOfClock(clock: Date): Date {
  const asUtc = Date.UTC(
    clock.getFullYear(),
    clock.getMonth(),
    clock.getDate(),
    clock.getHours(),
    clock.getMinutes(),
    clock.getSeconds(),
    clock.getMilliseconds(),
  )
  return new Date(asUtc - hoursAhead * hour)
}
