// Contests: the wave that asks, and what it has besides. The parts of a contest that people could profit from changing are
// fixed by triggers; a draw is a row that can be made once.
import type { Actor } from '#lib/access'
import type { Prize } from '#lib/contests/assign-prizes'
import type { ContestTimes } from '#lib/contests/contest-times'
import type { PassReason } from '#lib/contests/pass-reasons'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import { translateError } from '#lib/db/translate-error'
import type { FormFile } from '#lib/definitions/form-file'
import type { Head } from '#lib/ledger/head'

export type ContestPass = { number: number; reason: PassReason; at: Date; byName: string }
export type ContestDraw = {
  numbers: number[]
  secret: string
  head: Head
  seed: string
  drawnAt: Date
  drawnByName: string
  /** In the order in which they were made. */
  passes: ContestPass[]
}

export type ContestRow = ContestTimes & {
  /** Of its wave, too. */
  id: string
  title: string
  titleEn: string
  isSample: boolean
  /** Who runs it. */
  owner: { id: string; name: string; nameEn: string }
  units: { id: string; name: string; nameEn: string }[]
  form: { id: number; name: string; file: FormFile }
  threshold: number
  prizes: Prize[]
  commitment: string
  sealedSecret: Uint8Array
  draw: ContestDraw | null
}

const included = {
  unit: { select: { id: true, name: true, nameEn: true } },
  draw: { include: { passes: { orderBy: [{ at: 'asc' }, { number: 'asc' }] } } },
  wave: {
    include: {
      form: true,
      units: {
        include: { unit: { select: { id: true, name: true, nameEn: true } } },
        orderBy: { unit: { name: 'asc' } },
      },
    },
  },
} satisfies Prisma.ContestInclude

type Stored = Prisma.ContestGetPayload<{ include: typeof included }>

/** Null for what is no contest. */
export async function findContest(id: string): Promise<ContestRow | null> {
  const row = await database().prisma.contest.findUnique({ where: { waveId: id }, include: included })
  return row && toRow(row)
}

/** All contests, the one that opened last first. */
export async function listContestRows(): Promise<ContestRow[]> {
  const rows = await database().prisma.contest.findMany({
    include: included,
    orderBy: [{ wave: { opensAt: 'desc' } }, { waveId: 'asc' }],
  })
  return rows.map(toRow)
}

function toRow({ wave, unit, draw, prizes, ...contest }: Stored): ContestRow {
  const { id, title, titleEn, isSample, opensAt, closesAt, cancelledAt, graceDays, form } = wave
  const { threshold, entryDays, keepDays, commitment, sealedSecret } = contest
  return {
    id,
    title,
    titleEn,
    isSample,
    opensAt,
    closesAt,
    cancelledAt,
    graceDays,
    threshold,
    entryDays,
    keepDays,
    commitment,
    sealedSecret,
    owner: unit,
    units: wave.units.map((one) => one.unit),
    form: { id: form.id, name: `${form.slug}.v${form.version}`, file: form.body as unknown as FormFile },
    prizes: prizes as unknown as Prize[],
    draw: draw && {
      ...draw,
      head: draw.head as unknown as Head,
      passes: draw.passes.map((pass) => ({ ...pass, reason: pass.reason as PassReason })),
    },
  }
}

export type NewContest = {
  id: string
  title: string
  titleEn: string
  formId: number
  opensAt: Date
  closesAt: Date
  graceDays: number
  periodStart: Date
  periodEnd: Date
  isSample?: boolean
  units: string[]
  ownerId: string
  threshold: number
  entryDays: number
  keepDays: number
  prizes: Prize[]
  commitment: string
  sealedSecret: Uint8Array<ArrayBuffer>
}

/** Adds a contest with its wave, all or nothing. Throws alreadyExists for an id that is taken. */
export async function insertContest(actor: Actor, contest: NewContest, entry: AuditEntry): Promise<void> {
  const { prisma } = database()
  const { units, ownerId, threshold, entryDays, keepDays, prizes, commitment, sealedSecret, ...wave } =
    contest
  await prisma
    .$transaction([
      prisma.wave.create({
        data: {
          ...wave,
          purpose: 'contest',
          audience: 'citizens',
          secrecy: 'open',
          design: 'none',
          modes: ['self'],
          entries: ['open'],
          places: [],
          units: { create: units.map((unitId) => ({ unitId, target: 0 })) },
        },
      }),
      prisma.contest.create({
        data: {
          waveId: contest.id,
          unitId: ownerId,
          threshold,
          entryDays,
          keepDays,
          prizes,
          commitment,
          sealedSecret,
          createdBy: actor.userId,
        },
      }),
      prisma.auditEvent.create({ data: auditRow(actor, entry) }),
    ])
    .catch(translateError({ what: 'cuộc thi', id: contest.id }))
}

/** Participants of each unit. */
export async function countParticipants(waveId: string): Promise<Map<string, number>> {
  const { rows } = await database().pool.query<{ unitId: string; n: number }>(
    `select u."unitId", count(r.receipt)::int as n from "WaveUnit" u
     left join "Response" r on r."unitId" = u."unitId" and r."waveId" = u."waveId"
     where u."waveId" = $1 group by 1`,
    [waveId],
  )
  return new Map(rows.map(({ unitId, n }) => [unitId, n]))
}

/** The answers of a contest in no order that tells anything, a thousand at a time. */
export async function* readContestAnswers(waveId: string): AsyncGenerator<Record<string, unknown>[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await database().pool.query<{ receipt: string; answers: Record<string, unknown> }>(
      `select r.receipt, r.answers from "WaveUnit" u
       join "Response" r on r."unitId" = u."unitId" and r."waveId" = u."waveId"
       where u."waveId" = $1 and r.receipt > $2::uuid order by r.receipt limit 1000`,
      [waveId, after],
    )
    if (rows.length === 0) return
    yield rows.map(({ answers }) => answers)
    after = rows.at(-1)!.receipt
  }
}
