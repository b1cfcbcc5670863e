// How many people have been asked today on this device, by wave and place: the enumerator's own tally.
import { inStore } from '#lib/surveys/light-form/browser/device-store'

const today = () => new Date().toLocaleDateString('sv-SE')

type Count = { day: string; people: number }

export async function peopleToday(where: string): Promise<number> {
  const count = await inStore<Count | undefined>('device', 'readonly', (store) => store.get(`asked ${where}`))
  return count?.day === today() ? count.people : 0
}

/** One more; returns how many that makes. */
export async function countPerson(where: string): Promise<number> {
  const people = (await peopleToday(where)) + 1
  await inStore('device', 'readwrite', (store) => store.put({ day: today(), people }, `asked ${where}`))
  return people
}
