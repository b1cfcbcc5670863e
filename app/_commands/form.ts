// npm run form -- <command> …: looks at a form from a terminal. One line per command below; a command returns its exit code:
// 0 all is well, 1 the form or the answers have problems, 2 the input cannot be read or the command was misspelt.
import { checkFormAnswers } from './check-form-answers'
import { renderForm } from './render-form'
import { runCommand } from './run-command'

process.exitCode = await runCommand('form', {
  check: { usage: 'check FORM.json ANSWERS.json', run: checkFormAnswers },
  render: { usage: 'render FORM.json [--page N|NAME] [--answers FILE] [--lang vi|en|…]', run: renderForm },
})
