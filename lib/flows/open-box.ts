// An officer opens the box of a confidential wave that has closed. From then on its answers are counted like all others; before,
// nobody sees a single one. Cannot be undone.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { type OpenedBox, openBox as openRow } from '#lib/db/open-box'
import { clearBoxes } from '#lib/flows/clear-boxes'
import { logAnswers } from '#lib/flows/log-answers'
import { forgetWave } from '#lib/flows/recall-wave'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ wave: z.string().max(60) })

/** Throws boxNotDue when the wave has not closed, has no box, or the box is open. */
export async function openBox(actor: MaybeActor, input: z.input<typeof shape>): Promise<OpenedBox> {
  const officer = allow(actor, 'boxes.open')
  const { wave } = requireShape(shape, input)
  const opened = await openWaveBox(wave)
  if (!opened) throw problems.boxNotDue({})
  await insertAuditEvent(officer, { action: 'open-box', subject: wave, details: opened })
  return opened
}

/**
 * Completes the public log, opens the box, clears the files; null when it is not due. In this order: there is a signed head
 * over every ballot before anybody, the server's own people too, has seen one.
 */
export async function openWaveBox(wave: string): Promise<OpenedBox | null> {
  await logAnswers(null, { wave })
  const opened = await openRow(wave, new Date())
  if (!opened) return null
  forgetWave(wave)
  await clearBoxes()
  return opened
}
