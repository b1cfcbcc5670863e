// A front door with a confidential wave behind it: its keys stand in the public log, its invitations are unused, and the
// story has their codes, as if it had been sent the letters.
import { connectDatabase, database, disconnectDatabase } from '#lib/db/client'
import { logAnswers } from '#lib/flows/log-answers'
import { publishedForm } from './make'
import { type MadeGroup, makeBallotWave } from './make-ballot-wave'
import { startFrontDoor } from './start-front-door'

export type BallotServer = {
  url: string
  /** The wave of the delegates' form; `path` is the page of its first unit. */
  wave: string
  path: string
  groups: MadeGroup[]
  /** Ballots in the box, as the database has them. */
  ballots(): Promise<{ receipt: string; unitId: string; answers: unknown; tokenHash: string }[]>
  stop(): Promise<void>
}

export async function startBallotServer(
  given: Parameters<typeof makeBallotWave>[0] = {},
): Promise<BallotServer> {
  const server = await startFrontDoor({ NO_SAMPLE_DATA: '1' })
  connectDatabase(server.databaseUrl, 2)
  const { id: formId } = await publishedForm('delegate-assessment', 2)
  const { wave, groups } = await makeBallotWave({
    formId,
    title: 'Đại biểu đánh giá năm 2026',
    titleEn: 'Delegates assess 2026',
    isPublished: false,
    ...given,
  })
  await logAnswers(null, { wave: wave.id })
  return {
    url: `http://127.0.0.1:${server.port}`,
    wave: wave.id,
    path: `/s/${wave.id}?u=${wave.units[0]!.unitId}`,
    groups,
    ballots: () =>
      database().prisma.ballot.findMany({
        where: { waveId: wave.id },
        select: { receipt: true, unitId: true, answers: true, tokenHash: true },
      }),
    stop: async () => {
      await disconnectDatabase()
      await server.stop()
    },
  }
}
