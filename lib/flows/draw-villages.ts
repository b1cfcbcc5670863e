// Draws the villages of a wave of citizens from a frame with their sizes; a wave takes them over with their weights.
import { randomBytes, randomUUID } from 'node:crypto'
import Papa from 'papaparse'
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { drawFaultSentence } from '#lib/contacts/draw-settings'
import { drawVillages as draw } from '#lib/contacts/draw-villages'
import { readVillages } from '#lib/contacts/read-villages'
import { listUnits } from '#lib/db/units'
import { insertVillageDraw } from '#lib/db/village-draws'
import { isUnitOfToday } from '#lib/lineage/is-unit-of-today'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })
const countSays = says('Hãy nhập số nguyên từ 1 đến 10.000.', 'Enter a whole number from 1 to 10,000.')
const count = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, countSays)
  .transform(Number)
  .pipe(z.number().min(1, countSays).max(10_000, countSays))

const shape = z.object({
  title: z
    .string()
    .trim()
    .min(3, says('Hãy đặt tên (ít nhất 3 ký tự).', 'Give it a name (at least 3 characters).'))
    .max(120),
  /** The frame as a table with a head line; tabs, commas and semicolons are taken. */
  villages: z.string().max(1_000_000, says('Danh sách quá dài.', 'The list is too long.')),
  method: z.enum(['simple', 'systematic', 'pps', 'all']),
  perStratum: count,
  perVillage: count,
  seed: z.string().trim().max(80).default(''),
})

/** Returns the id of the draw. Throws invalidInput with every fault and its line. */
export async function drawVillages(actor: MaybeActor, input: z.input<typeof shape>): Promise<{ id: string }> {
  const officer = allow(actor, 'contacts.draw')
  const { title, villages: text, seed: typed, ...plan } = requireShape(shape, input)
  const { data } = Papa.parse<string[]>(text.trim().normalize('NFC'))
  const isOfToday = isUnitOfToday(new Date())
  const units = (await listUnits()).filter((unit) => unit.level === 'commune' && isOfToday(unit))
  const { villages, faults } = readVillages(data, units)
  if (faults.length > 0)
    throw problems.invalidInput({
      faults: faults
        .slice(0, 30)
        .map(({ line, vi, en }) => atVillages(`Dòng ${line}: ${vi}`, `Line ${line}: ${en}`)),
    })
  const seed = typed || randomBytes(8).toString('hex')
  const result = draw(villages, plan, seed)
  if ('faults' in result) {
    const said = result.faults.map(drawFaultSentence)
    throw problems.invalidInput({ faults: said.map(({ vi, en }) => atVillages(vi, en)) })
  }
  const id = randomUUID()
  const { method, ...settings } = plan
  const { clusters, frameHash } = result
  await insertVillageDraw(
    officer,
    { id, title, method, seed, settings, frame: villages, frameHash, drawn: clusters },
    {
      action: 'draw-villages',
      subject: id,
      details: { method, seed, frame: villages.length, drawn: clusters.length },
    },
  )
  return { id }
}

const atVillages = (vi: string, en: string): Fault => ({ question: 'villages', code: 'village_line', vi, en })
