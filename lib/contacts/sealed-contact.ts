// A person between the sealed field of the database and the flow that needs the name. The row's id is bound into the seal.
import { type Person, personShape } from '#lib/contacts/contact'
import { foldName } from '#lib/contacts/fold-name'
import { foldEmail } from '#lib/contacts/normalise-email'
import { keyedHash, openText, seal } from '#lib/secrecy/sealed-field'

const purpose = 'contact'

/** What a row keeps of a person: sealed, and hashes that find the same name, address or number again. */
export type SealedPerson = {
  sealed: Uint8Array<ArrayBuffer>
  nameKey: string
  emailKey: string | null
  phoneKey: string | null
}

/** `id` is the id of the row. */
export function sealPerson(id: string, person: Person): SealedPerson {
  return { sealed: seal(purpose, id, JSON.stringify(person)), ...keysOf(person) }
}

/** The hashes of a person, without sealing anything. Compare them for one unit: names repeat from unit to unit. */
export function keysOf({ name, email, phone }: Person): Omit<SealedPerson, 'sealed'> {
  return {
    nameKey: keyedHash('contact.name', foldName(name)),
    emailKey: email ? keyedHash('contact.email', foldEmail(email)) : null,
    phoneKey: phone ? keyedHash('contact.phone', phone) : null,
  }
}

/** Throws SealedFieldError for a field that was changed or belongs to another row. */
export function openPerson(id: string, sealed: Uint8Array): Person {
  return personShape.parse(JSON.parse(openText(purpose, id, sealed)))
}
