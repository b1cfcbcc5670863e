// npm run ledger -- <command> …: the public log from a terminal. `verify` needs nothing but the file. Exit codes as with the
// other commands: 0 all is well, 1 the log or the receipt has problems, 2 the input cannot be read or was misspelt.
import { exportLedgerFile } from './export-ledger-file'
import { runCommand } from './run-command'
import { verifyLedger } from './verify-ledger'

process.exitCode = await runCommand('ledger', {
  verify: {
    usage: 'verify FILE [--key KEY]… [--head SIZE:ROOT] [--against EARLIER] [--receipt RECEIPT]…',
    run: verifyLedger,
  },
  export: { usage: 'export WAVE [--out FILE]', run: exportLedgerFile },
})
