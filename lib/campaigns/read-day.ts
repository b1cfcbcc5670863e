// A day as people and spreadsheets write it: 05/03/2024, 5.3.2024, 2024-03-05. Day before month, as in Viet Nam.

/** "2024-03-05", or null for what is no day between 2000 and 2100. */
export function readDay(text: string): string | null {
  const plain = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  const usual = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain)
  const [year, month, day] = iso ? iso.slice(1).map(Number) : (usual?.slice(1).map(Number).reverse() ?? [])
  if (!year || !month || !day || year < 2000 || year > 2100) return null
  const moment = new Date(Date.UTC(year, month - 1, day))
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return null
  return moment.toISOString().slice(0, 10)
}
