// Whether a wave takes an answer, as a condition inside the statement that stores it: whatever is kept in memory elsewhere,
// closing, cancelling and releasing are exact. The same rule in words: lib/wave-grace.ts.

/** SQL: "Wave" w takes an answer given on `day` that arrives at `now`; both are SQL expressions. */
export const takesAnswers = (day: string, now: string) => `(
  w."opensAt" <= ${now} and (w."cancelledAt" is null or w."cancelledAt" > ${now})
  and (w."closesAt" > ${now} or (
    w."closesAt" + make_interval(days => w."graceDays") > ${now}
    and ${day} <= (w."closesAt" at time zone 'Asia/Ho_Chi_Minh')::date
    and not exists (select from "Release" where "waveId" = w."id" and "withdrawnAt" is null))))`

/** SQL: the answer arrives in the days of grace. */
export const isLate = (now: string) => `w."closesAt" <= ${now}`
