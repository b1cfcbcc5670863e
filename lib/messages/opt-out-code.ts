// The code by which a person ends messages. It is another one than the code that shows a person's data, because mail programs
// send this one to us by themselves (RFC 8058), so it stands in a path.
import { idOfCode, keyedIdCode } from '#lib/contacts/keyed-id-code'

const purpose = 'contact.opt-out'

/** The code of a contact, 38 characters. */
export const optOutCode = (contactId: string): string => keyedIdCode(purpose, contactId)

/** The contact whose code it is, or null for a code that nobody here has made. */
export const contactOfOptOutCode = (code: string): string | null => idOfCode(purpose, code)
