// The code by which a person reaches what is held about them. It stands in the fragment of the link "/privacy#…" in every
// mail, which browsers never send.
import { idOfCode, keyedIdCode } from '#lib/contacts/keyed-id-code'

const purpose = 'contact.code'

/** The code of a contact, 38 characters. */
export const contactCode = (id: string): string => keyedIdCode(purpose, id)

/** The contact whose code it is, or null for a code that nobody here has made. */
export const contactOfCode = (code: string): string | null => idOfCode(purpose, code)
