// Who may do what about secret ballots: lines of access-table.ts. What a delegate does is open to everybody, because who it
// is must not be known: the code of the invitation or the signature on the token decides.
import { randomBytes, randomUUID } from 'node:crypto'
import { signBlinded } from '#lib/ballots/ballot-signer'
import { blindToken, finishToken } from '#lib/ballots/blind-token'
import { openBallotKey } from '#lib/ballots/sealed-ballot-key'
import { database } from '#lib/db/client'
import { castBallot } from '#lib/flows/cast-ballot'
import { createInvitations } from '#lib/flows/create-invitations'
import { createLetters } from '#lib/flows/create-letters'
import { deleteDraft } from '#lib/flows/delete-draft'
import { listBallotKeys } from '#lib/flows/list-ballot-keys'
import { loadBallotProgress } from '#lib/flows/load-ballot-progress'
import { loadDraft } from '#lib/flows/load-draft'
import { openBox } from '#lib/flows/open-box'
import { openInvitation } from '#lib/flows/open-invitation'
import { putDraft } from '#lib/flows/put-draft'
import { setInvitationExpiry } from '#lib/flows/set-invitation-expiry'
import { signBallot } from '#lib/flows/sign-ballot'
import { ownUnit } from '../support/access-scene'
import { makeDefinition } from '../support/make'
import { makeBallotWave } from '../support/make-ballot-wave'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'
import { elsewhere, everybody, type Line, officers, signedIn } from './access-line'

async function makeScene() {
  const slug = `kitchen-${randomUUID().slice(0, 8)}`
  const body = { title: { vi: 'P', en: 'F' }, form: kitchenSinkForm } as never
  const form = await makeDefinition({ slug, body })
  const { wave, groups } = await makeBallotWave({ formId: form.id, units: [ownUnit] })
  return { wave, form: `${slug}.v1`, code: groups[0]!.codes[0]! }
}

/** A ballot with a token as the group's own key signs it. */
async function makeBallot() {
  const { wave, form } = await makeScene()
  const { publicKey, privateKey, ...group } = await database().prisma.ballotGroup.findFirstOrThrow({
    where: { waveId: wave.id },
  })
  const state = await blindToken(publicKey)
  const signed = await finishToken(state, signBlinded(openBallotKey(group, privateKey!), state.blinded)!)
  const answers = { used: 0, channels: ['loa'], code: 'AB1', areas: ['x', 'y'], place: { village: 'Bình' } }
  const rest = { wave: wave.id, unit: ownUnit, stratum: '', form, language: 'vi', answers }
  return { ...rest, ...signed!, receipt: randomUUID() }
}

const makeDraft = async () => {
  const id = randomBytes(32).toString('base64url')
  await putDraft(null, { id, bytes: randomBytes(4096) })
  return { id }
}

const people = Array.from({ length: 5 }, () => ({ unitId: ownUnit }))
const makeUnpublished = () => makeBallotWave({ units: [ownUnit], isPublished: false })

export const accessOfBallots: Record<string, Line> = {
  'create-invitations': {
    may: officers,
    run: async (actor) => createInvitations(actor, { wave: (await makeUnpublished()).wave.id, people }),
  },
  'create-letters': {
    may: officers,
    run: async (actor) =>
      createLetters(actor, { wave: (await makeUnpublished()).wave.id, unit: ownUnit, count: '5' }),
  },
  'set-invitation-expiry': {
    may: officers,
    run: async (actor) => setInvitationExpiry(actor, { wave: (await makeUnpublished()).wave.id }),
  },
  'load-ballot-progress': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => loadBallotProgress(actor, { wave: (await makeUnpublished()).wave.id }),
  },
  'open-box': {
    may: officers,
    run: async (actor) => {
      const { wave } = await makeUnpublished()
      await database().prisma.wave.update({ where: { id: wave.id }, data: { closesAt: new Date() } })
      return openBox(actor, { wave: wave.id })
    },
  },
  'open-invitation': {
    may: everybody,
    run: async (actor) => openInvitation(actor, { code: (await makeScene()).code }),
  },
  'sign-ballot': {
    may: everybody,
    run: async (actor) => {
      const { code } = await makeScene()
      const { publicKey } = await openInvitation(null, { code })
      return signBallot(actor, { code, blinded: (await blindToken(publicKey)).blinded })
    },
  },
  'cast-ballot': { may: everybody, run: async (actor) => castBallot(actor, await makeBallot()) },
  'list-ballot-keys': {
    may: everybody,
    run: async (actor) => listBallotKeys(actor, { wave: (await makeScene()).wave.id }),
  },
  'put-draft': {
    may: everybody,
    run: (actor) => putDraft(actor, { id: randomBytes(32).toString('base64url'), bytes: randomBytes(4096) }),
  },
  'load-draft': { may: everybody, run: async (actor) => loadDraft(actor, await makeDraft()) },
  'delete-draft': { may: everybody, run: async (actor) => deleteDraft(actor, await makeDraft()) },
}

/** Files of lib/flows that decide nothing by themselves, and why. */
export const ballotSteps: Record<string, string> = {
  'find-invitation': 'a step of open-invitation and sign-ballot',
  'require-logged-keys': 'a step of sign-ballot',
  'require-request': 'a step of the flows that machines and pages call',
  'open-due-boxes': 'work of a lane',
  'check-database-settings': 'a step of load-jobs, and asked at the start',
  'clear-boxes': 'a step of open-box, and work of a lane',
  'empty-wave-box': 'a step of end-wave, and work of a lane',
  'delete-old-drafts': 'work of the nightly job',
}
