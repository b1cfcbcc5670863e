// A list of invented delegates for the communes of today, so that a newcomer can import, draw and invite. Names say that they
// are samples, addresses are at example.org, which belongs to nobody; there are no telephone numbers.
import { randomUUID } from 'node:crypto'
import { sealPerson } from '#lib/contacts/sealed-contact'
import type { Prisma } from '#lib/db/generated/client'

export const sampleListTitle = 'Đại biểu HĐND (mẫu)'
const perCommune = 12

/** Stores the list and its people. Returns their ids by unit, in the order of their numbers. */
export async function storeSampleContacts(
  transaction: Prisma.TransactionClient,
  units: readonly string[],
  createdBy: string,
  now: Date,
): Promise<Map<string, string[]>> {
  const list = await transaction.contactList.create({
    data: {
      id: randomUUID(),
      title: sampleListTitle,
      purpose:
        'Mời đại biểu góp ý về công tác cải cách hành chính của xã (danh sách mẫu, không có người thật).',
      basis: 'duty',
      deleteOn: new Date(now.getTime() + 365 * 86_400_000),
      isSample: true,
      createdBy,
    },
  })
  const people = units.flatMap((unitId, unit) =>
    Array.from({ length: perCommune }, (_, at) => {
      const id = randomUUID()
      const number = unit * perCommune + at + 1
      const person = {
        name: `Đại biểu Mẫu ${number}`,
        title: 'Đại biểu HĐND xã (mẫu)',
        email: `dai-bieu-mau-${number}@example.org`,
        phone: '',
        address: '',
      }
      return {
        id,
        listId: list.id,
        unitId,
        stratum: `Tổ ${at < perCommune / 2 ? 1 : 2}`,
        ...sealPerson(id, person),
      }
    }),
  )
  await transaction.contact.createMany({ data: people })
  return new Map(
    units.map((unitId) => [unitId, people.filter((one) => one.unitId === unitId).map(({ id }) => id)]),
  )
}
