// Steps of the flows of a scoring round: finding the sheet of a unit, and writing what somebody did to it. Rights are
// asked by the flow that comes here; what the state of the sheet forbids is asked here, once for all of them.
import type { Actor } from '#lib/access'
import { type Decision, listEventsOfRound, listRoundEvents, recordRoundEvents } from '#lib/db/round-events'
import { findRound, listRoundUnits, type RoundRow, type RoundUnitRow } from '#lib/db/rounds'
import { listUnits } from '#lib/db/units'
import type { IndexFile } from '#lib/definitions/index-file'
import { problems } from '#lib/problem'
import { type AskedCriterion, askedCriteria } from '#lib/rounds/asked-criteria'
import { refusalOf } from '#lib/rounds/refusal'
import { refusalSentence } from '#lib/rounds/refusal-sentence'
import type { RecordedEvent, RoundEvent } from '#lib/rounds/round-event'
import { nextSheet, nextStep, replay, type Sheet } from '#lib/rounds/sheet'

export type OpenedRound = { round: RoundRow; index: IndexFile; asked: AskedCriterion[] }
export type OpenedSheet = OpenedRound & { unit: RoundUnitRow }

/** Throws notFound. */
export async function openRound(id: string): Promise<OpenedRound> {
  const round = await findRound(id)
  if (!round) throw problems.notFound({ what: 'đợt chấm điểm', id })
  const index = round.index.body as IndexFile
  return { round, index, asked: askedCriteria(index) }
}

/** Throws notFound for an unknown round, or a unit that is not scored in it. */
export async function openSheet(input: { round: string; unit: string }): Promise<OpenedSheet> {
  const opened = await openRound(input.round)
  const unit = (await listRoundUnits(input.round)).find(({ unitId }) => unitId === input.unit)
  if (!unit) throw problems.notFound({ what: 'đơn vị', id: input.unit })
  return { ...opened, unit }
}

/** The events and what they come to. */
export async function readSheet({
  round,
  unit,
  asked,
}: OpenedSheet): Promise<{ sheet: Sheet; events: RecordedEvent[] }> {
  const events = await listRoundEvents({ roundId: round.id, unitId: unit.unitId })
  return { sheet: replay(codesOf(asked), events), events }
}

export type UnitSheet = RoundUnitRow & { sheet: Sheet; log: RecordedEvent[] }

/** Every unit of the round with its sheet. */
export async function readSheets({ round, asked }: OpenedRound): Promise<UnitSheet[]> {
  const [units, events] = await Promise.all([listRoundUnits(round.id), listEventsOfRound(round.id)])
  return units.map((unit) => {
    const log = events.get(unit.unitId) ?? []
    return { ...unit, log, sheet: replay(codesOf(asked), log) }
  })
}

export const codesOf = (asked: readonly AskedCriterion[]): string[] => asked.map(({ code }) => code)

type Wanted = Omit<Decision, 'events'> & {
  events: RoundEvent[]
  /** The last event about a criterion that the sender had seen. */
  seen?: { criterion: string; seen: number }
}

/**
 * Writes what `want` makes of the present sheet, one event after the other, and returns the sheet after it. Throws
 * roundRefused, with nothing written, when one of them must not happen now, changedMeanwhile when somebody wrote about the
 * criterion after the page was made.
 */
export async function changeSheet(
  actor: Actor,
  opened: OpenedSheet,
  want: (sheet: Sheet, events: RecordedEvent[]) => Wanted,
): Promise<Sheet> {
  const at = new Date()
  let sheet: Sheet | undefined
  const place = { roundId: opened.round.id, unitId: opened.unit.unitId }
  await recordRoundEvents(
    actor,
    place,
    (before) => {
      sheet = replay(codesOf(opened.asked), before)
      const wanted = want(sheet, before)
      const present = sheet
      const events = wanted.events.map((event) => {
        refuse(opened, sheet!, event, actor, at)
        const step = nextStep(sheet!, event)
        const number = sheet!.events + 1
        sheet = nextSheet(sheet!, { ...event, number, at, actorId: actor.userId, actorName: actor.name })
        return { event, step }
      })
      if (wanted.seen && events.length > 0) requireSeen(present, before, wanted.seen)
      return { ...wanted, events }
    },
    at,
  )
  return sheet!
}

/** Throws roundRefused when the event must not happen to the sheet now. */
export function refuse(
  { round, asked }: OpenedRound,
  sheet: Sheet,
  event: RoundEvent,
  actor: Actor,
  at: Date,
): void {
  const { deadlines, allowsLate } = round
  const refusal = refusalOf(sheet, event, { at, actorId: actor.userId, deadlines, allowsLate })
  if (!refusal) return
  const nameOf = (code: string) => {
    const name = asked.find((criterion) => criterion.code === code)?.name
    return { vi: name?.vi ?? code, en: name?.en ?? name?.vi ?? code }
  }
  throw problems.roundRefused({ refusal: refusal.code, sentence: refusalSentence(refusal, nameOf) })
}

function requireSeen(
  sheet: Sheet,
  events: readonly RecordedEvent[],
  { criterion, seen }: NonNullable<Wanted['seen']>,
): void {
  const line = sheet.lines.get(criterion)
  const last = line && events[line.seen - 1]
  if (line && last && line.seen !== seen) throw problems.changedMeanwhile({ by: last.actorName, at: last.at })
}

/** Throws notAllowed unless the officer belongs to a unit above (or to none: then all units are below). */
export async function requireAbove(actor: Actor, action: string, unitId: string): Promise<void> {
  if (!(await isAbove(actor, unitId))) throw problems.notAllowed({ action, unit: unitId })
}

/** The officer belongs to a unit above, or to none. */
export async function isAbove(actor: Actor, unitId: string): Promise<boolean> {
  if (actor.unitId === null) return true
  const units = new Map((await listUnits()).map((unit) => [unit.id, unit.parentId]))
  for (let above = units.get(unitId); above; above = units.get(above)) if (above === actor.unitId) return true
  return false
}
