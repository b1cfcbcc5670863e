// What a citizen's phone has to load: bytes on the wire and requests of every page that a citizen can meet, of the first
// view and of the whole visit. Bytes are exact; tests/app/page-budget.test.ts holds the budget.
import { connectDatabase, disconnectDatabase } from '#lib/db/client'
import {
  type CitizenVisit,
  citizenVisits,
  proofVisit,
  type VisitWeight,
  weigh,
} from '../support/citizen-visits'
import { startFrontDoor } from '../support/start-front-door'

export const name = 'citizen-page'

export async function run() {
  const server = await startFrontDoor({ NO_SAMPLE_DATA: '1' })
  connectDatabase(server.databaseUrl, 2)
  try {
    const at = (path: string) => `http://127.0.0.1:${server.port}${path}`
    const rows = []
    for (const visit of await citizenVisits()) rows.push(await row(at, visit))
    const proof = await proofVisit()
    await untilNoticed()
    rows.push(await row(at, proof.visit))
    return rows
  } finally {
    await disconnectDatabase()
    await server.stop()
  }
}

async function row(at: (path: string) => string, visit: CitizenVisit) {
  const [br, gzip] = [await weigh(at, visit, 'br'), await weigh(at, visit, 'gzip')] as [
    VisitWeight,
    VisitWeight,
  ]
  return {
    page: visit.page,
    'first view, br': br.firstView,
    'first view, gzip': gzip.firstView,
    'requests before the first question': 1,
    'visit, br': br.visit,
    'visit, gzip': gzip.visit,
    'requests in all': gzip.requests,
    uncompressed: gzip.uncompressed,
  }
}

/** The server looks every three seconds whether a proof is wanted. */
const untilNoticed = () => new Promise((resolve) => setTimeout(resolve, 4000))
