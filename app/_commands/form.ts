// npm run form -- <command> …: looks at a form from a terminal. One line per command below; a command returns its exit code:
// 0 all is well, 1 the form or the answers have problems, 2 the input cannot be read or the command was misspelt.
import { checkFormAnswers } from './check-form-answers'
import { UnreadableInput } from './read-json-file'
import { renderForm } from './render-form'

const commands: Record<string, { usage: string; run: (words: string[]) => Promise<number> }> = {
  check: { usage: 'check FORM.json ANSWERS.json', run: checkFormAnswers },
  render: { usage: 'render FORM.json [--page N|NAME] [--answers FILE] [--lang vi|en|…]', run: renderForm },
}

async function run(name = '', words: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (command) return await command.run(words)
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error
    console.error(`${error.sentence.vi}\n${error.sentence.en}`)
    return 2
  }
  const lines = Object.values(commands).map(({ usage }) => `  npm run form -- ${usage}`)
  console.error(['Cách dùng / Usage:', ...lines].join('\n'))
  return 2
}

process.exitCode = await run(process.argv[2], process.argv.slice(3))
