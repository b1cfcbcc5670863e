// The product's own lanes beside a mail server that takes connections and never answers: a stuck server delays nothing else.
import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { countJobs } from '#lib/db/jobs'
import { insertMailing } from '#lib/db/mailings'
import { settle } from '#lib/env'
import { saveSendingHours } from '#lib/flows/save-mail-settings'
import { jobStore } from '#lib/jobs/job-store'
import { queueJobs } from '#lib/jobs/queue-jobs'
import { lanes } from '../../app/_server/lanes'
import { until, withLanes } from '../support/made-up-lane'
import { makeActor } from '../support/make'
import { makeBallotWave } from '../support/make-ballot-wave'
import { makeInvitedWave } from '../support/make-invited-wave'
import { openStubbornServer, type StubbornServer } from '../support/stubborn-mail-server'

let server: StubbornServer
afterEach(async () => {
  await server.close()
  await database().pool.query('delete from pgboss.job') // or the lanes of the next test wait for their minute
})

const atStages = ['greeting', 'MAIL', 'RCPT', 'content'] as const

it.each(atStages)(
  'a log is begun and a box is opened while every mail worker waits for a server that is silent at %s',
  async (at) => {
    server = await openStubbornServer(at, 'hang')
    delete process.env.SMTP_URL
    settle({ SMTP_URL: server.url, PUBLIC_URL: 'https://thuocdo.example.vn' })
    await saveSendingHours(makeActor({ role: 'admin' }), { from: '0', to: '24', weekdaysOnly: false })
    const { wave, invited } = await makeInvitedWave({ people: 4 })
    const mailing = { waveId: wave.id, kind: 'invitation', channel: 'email', templateId: null } as const
    await insertMailing({ ...mailing, plannedFor: new Date(), createdBy: 'test' })

    const { concurrency } = lanes.find(({ name }) => name === 'mail')!
    const troubles = await withLanes(lanes, async () => {
      await until(async () => server.reached() >= concurrency)
      // only now there is something to do for the others
      const { wave: closed } = await makeBallotWave({ closesAt: new Date(), isPublished: false })
      const { wave: open } = await makeBallotWave({ isPublished: false })
      await queueJobs(
        jobStore(),
        ['ledger', 'boxes'].map((lane) => ({ lane, id: randomUUID(), data: {} })),
      )
      const { prisma } = database()
      const leavesOf = async (id: string) => prisma.ledgerLeaf.count({ where: { waveId: id } })
      await until(async () => (await prisma.wave.findUniqueOrThrow({ where: { id: closed.id } })).boxOpenedAt)
      await until(async () => leavesOf(open.id))
    })

    expect(troubles).toEqual([])
    expect(server.taken()).toBe(0)
    const mail = (await countJobs()).get('mail')!
    expect(mail.waiting + mail.running + mail.failed).toBe(invited.length)
    expect(await database().prisma.message.count({ where: { state: 'planned' } })).toBe(invited.length)
  },
)
