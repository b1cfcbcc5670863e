// Rows for tests, with everything a test does not care about filled in. What is given wins over what is made up.
import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '#lib/access'
import { database } from '#lib/db/client'
import type { Definition, Prisma, Unit, User, Wave, WaveUnit } from '#lib/db/generated/client'
import { codeAnswers } from '#lib/surveys/code-answers'
import { compileForm } from '#lib/surveys/compile-form'

let counter = 0
const next = () => ++counter

/** Somebody who is signed in; a commune officer needs `unitId`. No row is written. */
export function makeActor(given: Partial<Actor> & { role: Role }): Actor {
  const login = given.login ?? given.role
  return { userId: randomUUID(), login, name: login, unitId: null, sessionId: randomUUID(), ...given }
}

export async function makeUnit(given: Partial<Prisma.UnitUncheckedCreateInput> = {}): Promise<Unit> {
  const number = next()
  const id = given.id ?? `test-unit-${number}`
  const made = { id, code: id, name: `Xã ${number}`, nameEn: `Commune ${number}`, level: 'commune' }
  return database().prisma.unit.create({ data: { ...made, validFrom: new Date('2009-01-01'), ...given } })
}

/** A published definition; `body` is stored as it is given. */
export async function makeDefinition(
  given: Partial<Prisma.DefinitionUncheckedCreateInput> & { body: Prisma.InputJsonValue },
): Promise<Definition> {
  const made = { kind: 'form', slug: `test-form-${next()}`, version: 1, hash: '0'.repeat(64) }
  return database().prisma.definition.create({ data: { ...made, ...given } })
}

type WaveGiven = Partial<Omit<Prisma.WaveUncheckedCreateInput, 'units'>> & {
  /** Ids of units that exist; two are made when none are given. */
  units?: string[]
  target?: number
  clusters?: { unitId: string; code: string; name?: string; stratum?: string; weight?: number }[]
}

/** An open wave for citizens. Without `formId` its form is a published one of surveys/, `citizen-satisfaction` v1. */
export async function makeWave(given: WaveGiven = {}): Promise<Wave & { units: WaveUnit[] }> {
  const { units, target = 10, clusters = [], ...fields } = given
  const unitIds = units ?? [(await makeUnit()).id, (await makeUnit()).id]
  const data = {
    id: `test-wave-${next()}`,
    title: 'Đợt thử',
    titleEn: 'Test wave',
    formId: fields.formId ?? (await publishedForm('citizen-satisfaction', 1)).id,
    audience: 'citizens',
    secrecy: given.audience === 'delegates' ? 'ballot' : 'open',
    design: clusters.length > 0 ? 'clusters' : 'none',
    modes: given.audience === 'delegates' ? ['self'] : ['self', 'assisted'],
    entries: entriesOf(given),
    places: ['desk', 'home'],
    periodStart: new Date('2026-01-01'),
    periodEnd: new Date('2026-12-31'),
    opensAt: new Date('2020-01-01'),
    closesAt: new Date('2099-01-01'),
    ...fields,
  }
  const drawn = (unitId: string) =>
    clusters
      .filter((cluster) => cluster.unitId === unitId)
      .map(({ code, name = code, stratum = '', weight = 1 }) => ({ code, name, stratum, weight }))
  return database().prisma.wave.create({
    data: {
      ...data,
      units: { create: unitIds.map((unitId) => ({ unitId, target, clusters: { create: drawn(unitId) } })) },
    },
    include: { units: true },
  })
}

function entriesOf({ audience, design, clusters = [] }: WaveGiven): string[] {
  if (audience === 'delegates') return ['ballot']
  return design === 'clusters' || clusters.length > 0 ? ['drawn'] : ['open']
}

/** A form of surveys/ as it was published into the test database. */
export function publishedForm(slug: string, version: number): Promise<Definition> {
  return database().prisma.definition.findUniqueOrThrow({
    where: { kind_slug_version: { kind: 'form', slug, version } },
  })
}

type ResponseGiven = Partial<Omit<Prisma.ResponseUncheckedCreateInput, 'waveId' | 'formId'>>

/** A stored answer to a wave, in its first unit unless told otherwise. Returns the receipt. */
export async function makeResponse(
  wave: Pick<Wave, 'id' | 'formId'> & { units: { unitId: string }[] },
  given: ResponseGiven = {},
): Promise<string> {
  const receipt = given.receipt ?? randomUUID()
  const made = { unitId: wave.units[0]!.unitId, day: new Date('2026-06-15'), mode: 'self', language: 'vi' }
  const entry = given.cluster ? 'drawn' : 'open'
  const rest = { answers: {}, coded: await nothingAnswered(wave.formId), receipt }
  await database().prisma.response.createMany({
    data: [{ ...made, entry, ...rest, ...given, waveId: wave.id, formId: wave.formId }],
  })
  return receipt
}

/** The codes of an empty answer to a form, none for a made-up definition that is no form. */
async function nothingAnswered(formId: number): Promise<number[]> {
  const { body } = await database().prisma.definition.findUniqueOrThrow({ where: { id: formId } })
  const { form } = body as { form?: unknown }
  return form ? codeAnswers(compileForm(form), {}) : []
}

/** A user who can be signed in by session but has no usable password, unless `passwordHash` is given. */
export function makeUser(given: Partial<Prisma.UserUncheckedCreateInput> & { role: Role }): Promise<User> {
  const login = given.login ?? `${given.role}-${next()}`
  return database().prisma.user.create({ data: { name: login, passwordHash: '-', ...given, login } })
}
