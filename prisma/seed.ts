// The sample data set that an empty database starts with: waves, answers, scoring rounds and accounts, all marked
// isSample. Answers go through the same check as real ones. Removing it again is lib/db/delete-sample-data.ts.
import type { Actor } from '#lib/access'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import type { FormFile } from '#lib/definitions/form-file'
import { createInvitations } from '#lib/flows/create-invitations'
import { logAnswers } from '#lib/flows/log-answers'
import { releaseResults } from '#lib/flows/release-results'
import { hashPassword } from '#lib/password'
import { samplePassword } from '#lib/sample-logins'
import { places } from '#lib/surveys/collection'
import { type CompiledForm, compileForm } from '#lib/surveys/compile-form'
import { storeSampleActivities } from './sample/activities'
import { mergedCommunes } from './sample/communes'
import { storeSampleContacts } from './sample/contacts'
import { storeSampleContests } from './sample/contests'
import { storeSamplePaper } from './sample/paper'
import { storeSamplePeriodReports } from './sample/period-reports'
import { storeSamplePlans } from './sample/plans'
import { sampleReleases } from './sample/releases'
import { storeSampleRounds } from './sample/rounds'
import { storeSampleStudies } from './sample/studies'
import { sampleUsers } from './sample/users'
import { type FormName, makeSampleWaves, type SampleWave, sampleForms } from './sample/waves'

type Transaction = Prisma.TransactionClient

/** Loads the sample data unless somebody has worked with this database already, if only by removing them. */
export async function seedWhenEmpty(): Promise<void> {
  const { prisma } = database()
  const rows = await Promise.all([prisma.wave.count(), prisma.user.count(), prisma.auditEvent.count()])
  if (rows.every((count) => count === 0)) await seedSampleData()
}

/**
 * Loads the sample data into the connected database, in which the definitions have been published: waves, answers,
 * and accounts in one transaction, then the scoring rounds and the releases that are computed from them. Returns the number of answers.
 */
export async function seedSampleData(now: Date = new Date()): Promise<{ responses: number }> {
  const { prisma } = database()
  const definitions = await prisma.definition.findMany({ where: { kind: { in: ['form', 'index'] } } })
  const find = (name: string) => {
    const definition = definitions.find((one) => `${one.slug}.v${one.version}` === name)
    if (!definition) throw new Error(`sample data need ${name}: publish surveys/ first`)
    return definition
  }
  const names = Object.values(sampleForms)
  const compiled = names.map((name): [FormName, CompiledForm] => [
    name,
    compileForm((find(name).body as unknown as FormFile).form),
  ])
  const waves = makeSampleWaves(Object.fromEntries(compiled) as Record<FormName, CompiledForm>, now)
  const users = await Promise.all(
    sampleUsers.map(async (user) => ({
      ...user,
      isSample: true,
      passwordHash: await hashPassword(samplePassword),
    })),
  )
  await prisma.$transaction(
    async (transaction) => {
      await transaction.user.createMany({ data: users })
      for (const wave of waves) await insertWave(transaction, wave, find(wave.form).id)
      const today = mergedCommunes.map(({ unitId }) => unitId)
      await storeSampleContacts(transaction, today, '', now)
    },
    { timeout: 60_000 },
  )
  const officer = await sampleActor('district')
  const { satisfaction } = sampleForms
  const keyers: [Actor, Actor] = [officer, await sampleActor('admin')]
  const keyed = await storeSamplePaper(new Map(compiled).get(satisfaction)!, keyers, now)
  await inviteToSampleBallots(officer, waves)
  await storeSampleRounds(officer, now)
  await storeSampleActivities(officer, now)
  await storeSampleStudies(officer)
  await storeSamplePlans(officer, now)
  await storeSamplePeriodReports(officer)
  const contested = await storeSampleContests(officer, now)
  await logAnswers(null, { now, isAtOnce: true })
  for (const release of sampleReleases) await releaseResults(officer, { ...release, isConfirmed: true })
  return { responses: waves.reduce((sum, wave) => sum + wave.responses.length, keyed + contested) }
}

/** Eight invitations for each unit of the open wave of secret ballots: letters that nobody holds yet. */
async function inviteToSampleBallots(officer: Actor, waves: SampleWave[]) {
  for (const { id, units } of waves.filter(
    (wave) => wave.secrecy === 'ballot' && wave.closesAt > new Date(),
  )) {
    const people = units.flatMap(({ unitId }) => Array.from({ length: 8 }, () => ({ unitId })))
    await createInvitations(officer, { wave: id, people })
  }
}

/** In whose name sample rounds are appraised, sample results released and sample sheets keyed in. */
async function sampleActor(role: 'district' | 'admin'): Promise<Actor> {
  const user = await database().prisma.user.findFirstOrThrow({ where: { isSample: true, role } })
  const { id: userId, login, name, unitId } = user
  return { userId, login, name, role, unitId, sessionId: '' }
}

async function insertWave(transaction: Transaction, wave: SampleWave, formId: number) {
  const { units, responses, period, form: _form, ...fields } = wave
  await transaction.wave.create({
    data: {
      ...fields,
      formId,
      design: units.some((unit) => unit.villages.length > 0) ? 'clusters' : 'none',
      places: places.filter((place) => place !== ''),
      periodStart: new Date(period[0]),
      periodEnd: new Date(period[1]),
      isSample: true,
    },
  })
  await transaction.waveUnit.createMany({
    data: units.map(({ unitId, target }) => ({ waveId: wave.id, unitId, target })),
  })
  await transaction.waveCluster.createMany({
    data: units.flatMap(({ unitId, villages }) =>
      villages.map((village) => ({ waveId: wave.id, unitId, ...village })),
    ),
  })
  await insertResponses(transaction, wave.id, formId, responses)
}

/** One statement for all answers of a wave; the codes travel as array literals because unnest flattens nested arrays. */
async function insertResponses(
  transaction: Transaction,
  waveId: string,
  formId: number,
  responses: SampleWave['responses'],
) {
  const column = <Value>(read: (response: SampleWave['responses'][number]) => Value) => responses.map(read)
  await transaction.$executeRaw`
    insert into "Response" ("waveId", "formId", "language", "unitId", "receipt", "day", "mode", "place", "collector", "entry", "cluster", "stratum", "weight", "answers", "coded")
    select ${waveId}, ${formId}, 'vi', t."unitId", t.receipt::uuid, t.day::date, t.mode, t.place, t.collector, t.entry, t.cluster, t.stratum, t.weight, t.answers::jsonb, t.coded::smallint[]
    from unnest(
      ${column((one) => one.unitId)}::text[], ${column((one) => one.receipt)}::text[], ${column((one) => one.day)}::text[],
      ${column((one) => one.mode)}::text[], ${column((one) => one.place)}::text[], ${column((one) => one.collector)}::text[],
      ${column((one) => one.entry)}::text[], ${column((one) => one.village?.code ?? '')}::text[],
      ${column((one) => one.village?.stratum ?? '')}::text[], ${column((one) => one.village?.weight ?? 1)}::float8[],
      ${column((one) => JSON.stringify(one.answers))}::text[], ${column((one) => `{${one.coded.join(',')}}`)}::text[]
    ) as t("unitId", receipt, day, mode, place, collector, entry, cluster, stratum, weight, answers, coded)`
}
