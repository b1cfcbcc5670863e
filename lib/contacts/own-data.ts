// All that is held about a person, in the words of a file that the person can keep. Nothing of an answer: nobody knows whose
// is whose.
import type { Consent, Person } from '#lib/contacts/contact'

export type OwnData = {
  person: Person
  unit: string
  stratum: string
  cluster: string
  size: number | null
  language: string
  list: { title: string; purpose: string; basis: string; deleteOn: string }
  consent: Consent | null
  optedOutOn: string | null
  requests: {
    kind: string
    receivedOn: string
    answerBy: string
    doneBy: string
    outcome: string
    reason: string
  }[]
}
