// Draws people from a list. The seed is made here unless the officer brings one (a lottery number of the day, say); the frame is
// kept without names, so anybody can repeat the draw, and every draw stays: whoever draws until the result pleases is seen.
import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { drawSample } from '#lib/contacts/draw-sample'
import { drawFaultSentence, drawSettings, planDraw } from '#lib/contacts/draw-settings'
import { hashFrame } from '#lib/contacts/frame'
import { insertSampleDraw } from '#lib/db/sample-draws'
import { buildListFrame } from '#lib/flows/build-list-frame'
import { requireOpenList } from '#lib/flows/find-contact-list'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })
const countSays = says('Hãy nhập số nguyên lớn hơn 0.', 'Enter a whole number above 0.')
const count = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, countSays)
  .transform((text) => (text === '' ? null : Number(text)))
  .refine((number) => number !== 0, countSays)

const shape = z.object({
  list: z.string(),
  method: drawSettings.shape.method,
  strata: drawSettings.shape.strata,
  allocation: drawSettings.shape.allocation,
  total: count,
  perCluster: count.default(null),
  /** "stratum = 1.5" in a line each. */
  deviations: z.string().max(5000).default(''),
  seed: z
    .string()
    .trim()
    .max(80, says('Mầm dài tối đa 80 ký tự.', 'The seed may have at most 80 characters.'))
    .default(''),
})

/** Returns the id of the draw. Throws invalidInput with what is missing and how to mend it. */
export async function drawContacts(actor: MaybeActor, input: z.input<typeof shape>): Promise<{ id: string }> {
  const officer = allow(actor, 'contacts.draw')
  const { list: listId, seed: typed, deviations, ...chosen } = requireShape(shape, input)
  const list = await requireOpenList(listId)
  if (chosen.method !== 'all' && chosen.total === null) throw problems.invalidInput({ faults: [noTotal] })
  const settings = { ...chosen, deviations: readDeviations(deviations) }
  const { frame, optedOut } = await buildListFrame(list.id, settings.strata)
  const strata = new Set(frame.map(({ stratum }) => stratum)).size
  if (settings.total !== null && settings.total < strata)
    throw problems.invalidInput({ faults: [tooFew(strata)] })
  const seed = typed || randomBytes(8).toString('hex')
  const frameHash = hashFrame(frame)
  const result = drawSample(frame, planDraw(frame, settings), seed, frameHash)
  if ('faults' in result)
    throw problems.invalidInput({
      faults: result.faults
        .slice(0, 10)
        .map((one) => ({ question: 'total', code: one.code, ...drawFaultSentence(one) })),
    })
  const id = randomUUID()
  const { method, ...rest } = settings
  await insertSampleDraw(
    officer,
    {
      id,
      listId: list.id,
      method,
      seed,
      settings: { ...rest, optedOut },
      frame,
      frameHash,
      frameSize: frame.length,
      drawn: result.drawn.map(({ id: contactId, ...one }) => ({ contactId, ...one })),
    },
    {
      action: 'draw-contacts',
      subject: id,
      details: { list: list.id, method, seed, drawn: result.drawn.length },
    },
  )
  return { id }
}

function readDeviations(text: string): Record<string, number> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map((line): [string, number] => {
    const at = line.lastIndexOf('=')
    const number = Number(
      line
        .slice(at + 1)
        .trim()
        .replace(',', '.'),
    )
    if (at < 0 || !(number > 0)) throw problems.invalidInput({ faults: [badDeviation(line)] })
    return [line.slice(0, at).trim(), number]
  })
  return Object.fromEntries(read)
}

const noTotal: Fault = {
  question: 'total',
  code: 'total_missing',
  vi: 'Hãy nhập số cần chọn.',
  en: 'Enter how many to draw.',
}
const tooFew = (strata: number): Fault => ({
  question: 'total',
  code: 'fewer_than_strata',
  vi: `Có ${strata} tầng nên phải chọn ít nhất ${strata}. Hãy tăng số cần chọn hoặc bớt tầng.`,
  en: `There are ${strata} strata, so at least ${strata} must be drawn. Draw more or use fewer strata.`,
})
const badDeviation = (line: string): Fault => ({
  question: 'deviations',
  code: 'bad_deviation',
  vi: `Dòng “${line}” cần có dạng: tên tầng = số lớn hơn 0.`,
  en: `The line “${line}” must read: stratum = number above 0.`,
})
