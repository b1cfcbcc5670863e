// Every flow, as everybody, about a unit of one's own and of somebody else: the real flows on the real database.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MaybeActor } from '#lib/access'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { Problem } from '#lib/problem'
import { makeSecretKey } from '#lib/secrecy/sealed-field'
import { type AccessScene, makeAccessScene, ownUnit, signedIn } from '../support/access-scene'
import { everybody, type Line } from './access-line'
import { accessTable, notAsked, openReads } from './access-table'

settle({ AUTH_SECRET: 'a secret for tests that is long enough', CONTACT_KEY: makeSecretKey() })

const root = join(import.meta.dirname, '../..')
const flows = readdirSync(join(root, 'lib/flows')).map((file) => file.replace(/\.ts$/, ''))

async function actorFor(who: (typeof everybody)[number], scene: AccessScene): Promise<MaybeActor> {
  if (who === 'nobody') return null
  return signedIn(who === 'commune elsewhere' ? scene.elsewhere : scene.users[who])
}

/** "allowed", or the code of the refusal. Anything else that goes wrong is a fault of the line. */
async function outcome(line: Line, actor: MaybeActor, scene: AccessScene) {
  try {
    return { verdict: 'allowed', result: await line.run(actor, scene) }
  } catch (problem) {
    const isRefusal = problem instanceof Problem && ['sign_in_required', 'not_allowed'].includes(problem.code)
    if (!isRefusal) throw problem
    return { verdict: problem.code, result: null }
  }
}

/** Who has left the line of a sensitive read, by the name of the flow. */
async function readersOf(flow: string): Promise<Set<string>> {
  const lines = await database().prisma.auditEvent.findMany({ where: { action: flow, isRead: true } })
  return new Set(lines.map(({ actorId }) => actorId ?? ''))
}

/** All that a result says, with the rows of a download. */
async function written(result: unknown): Promise<string> {
  const rows: unknown[] = []
  if (result && typeof result === 'object' && 'batches' in result)
    for await (const batch of result.batches as AsyncIterable<unknown>) rows.push(batch)
  return JSON.stringify([result, rows])
}

describe('the access table', () => {
  it('has a line for every flow and no line too many', () => {
    expect([...Object.keys(accessTable), ...Object.keys(notAsked)].sort()).toEqual(flows.sort())
  })

  it.each(Object.entries(accessTable))('%s lets in exactly whom it should', async (flow, line) => {
    const verdicts: Record<string, string> = {}
    const expected: Record<string, string> = {}
    const sees: Record<string, boolean> = {}
    const scene = await makeAccessScene()
    const actors = await Promise.all(everybody.map((who) => actorFor(who, scene)))
    for (const [i, who] of everybody.entries()) {
      const { verdict, result } = await outcome(line, actors[i]!, scene)
      verdicts[who] = verdict
      expected[who] = line.may.includes(who)
        ? 'allowed'
        : who === 'nobody'
          ? 'sign_in_required'
          : 'not_allowed'
      if (verdict === 'allowed') sees[who] = (await written(result)).includes(ownUnit)
    }
    expect(verdicts).toEqual(expected)
    const readers = await readersOf(flow)
    const told = everybody.filter(
      (who, i) => verdicts[who] === 'allowed' && readers.has(actors[i]?.userId ?? ''),
    )
    expect(told, 'who reads leaves a line').toEqual(
      everybody.filter((who) => line.sensitiveRead?.includes(who)),
    )
    if (line.blind) {
      const blind = Object.keys(sees).filter((who) => !sees[who])
      expect(blind).toEqual(line.blind)
    }
  })

  it('names every flow that shows something to few people, or hands it out as a file, as a sensitive read or says why not', () => {
    const reads = Object.entries(accessTable).filter(([flow, { may, isInner }]) => {
      const isFile = /^(export|report)-/.test(flow)
      const isForFew = /^(list|load|find|open|check)-/.test(flow) && !may.includes('viewer') && !isInner
      return isFile || isForFew
    })
    const undecided = reads.filter(([flow, line]) => !line.sensitiveRead && !openReads[flow])
    expect(undecided.map(([flow]) => flow)).toEqual([])
    const both = Object.keys(openReads).filter(
      (flow) => accessTable[flow]?.sensitiveRead ?? !accessTable[flow],
    )
    expect(both).toEqual([])
  })

  it('keeps flows that only serve other flows out of the pages', () => {
    const inner = Object.keys(accessTable).filter((flow) => accessTable[flow]!.isInner)
    const pages = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => [file, readFileSync(join(root, 'app', file), 'utf8')] as const)
    const found = pages.filter(([, text]) => inner.some((flow) => text.includes(`#lib/flows/${flow}'`)))
    expect(found.map(([file]) => file)).toEqual([])
  })
})
