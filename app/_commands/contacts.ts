// npm run contacts -- <command>: changing CONTACT_KEY from a terminal. Exit codes as with the other commands: 0 all is well, 1
// something could not be opened, 2 the input was misspelt.
import { resealContacts } from './reseal-contacts'
import { runCommand } from './run-command'
import { showNewKey } from './show-new-key'

process.exitCode = await runCommand('contacts', {
  'new-key': { usage: 'new-key', run: showNewKey },
  reseal: { usage: 'reseal', run: resealContacts },
})
