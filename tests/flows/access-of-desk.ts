// Who may do what at a delegate's desk: lines of access-table.ts.
import { randomUUID } from 'node:crypto'
import { createDelegateAccount } from '#lib/flows/create-delegate-account'
import { loadDesk } from '#lib/flows/load-desk'
import { openBallotPage } from '#lib/flows/open-ballot-page'
import { ownUnit } from '../support/access-scene'
import { makeBallotWave } from '../support/make-ballot-wave'
import { makeContact, makeContactList } from '../support/make-contacts'
import { everybody, type Line, officers } from './access-line'

export const accessOfDesk: Record<string, Line> = {
  'open-ballot-page': {
    may: everybody,
    run: async (actor) => {
      const { wave } = await makeBallotWave({ units: [ownUnit] })
      return openBallotPage(actor, { wave: wave.id, unit: ownUnit })
    },
  },
  'load-desk': { may: ['delegate'], run: (actor) => loadDesk(actor) },
  'create-delegate-account': {
    may: officers,
    run: async (actor) => {
      const { id: contactId } = await makeContact({ listId: (await makeContactList()).id, unitId: ownUnit })
      return createDelegateAccount(actor, { contactId, login: `delegate-${randomUUID().slice(0, 8)}` })
    },
  },
}
