// Who gets which prize: the drawn order from its beginning, one number for each prize. A winner who is passed over (not reached,
// not entitled ...) gives way to the next number in the order that has no prize yet; nobody else's prize changes.
export type Prize = { name: string; nameEn: string; count: number }

/** `number` is null where nobody is left. `passed`: who had this prize before, in turn. */
export type Winner = { prize: number; number: number | null; passed: number[] }

/**
 * One line for each single prize, the first prize first.
 * @param passes winners passed over, in the order in which that was done; who had no prize at that time is left out
 */
export function assignPrizes(
  order: readonly number[],
  prizes: readonly Pick<Prize, 'count'>[],
  passes: readonly number[],
): Winner[] {
  const places = prizes.flatMap(({ count }, prize) => Array.from({ length: count }, () => prize))
  const winners: Winner[] = places.map((prize, at) => ({ prize, number: order[at] ?? null, passed: [] }))
  let next = places.length
  for (const passed of passes) {
    const winner = winners.find(({ number }) => number === passed)
    if (!winner) continue
    winner.passed.push(passed)
    winner.number = order[next++] ?? null
  }
  return winners
}
