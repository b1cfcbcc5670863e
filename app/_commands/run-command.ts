// What the commands of a terminal share: finding the one that was asked for, and sentences for input that cannot be read.
import { UnreadableInput } from './read-json-file'

type Command = { usage: string; run: (words: string[]) => Promise<number> }

/** Runs the command that the terminal names; returns its exit code, 2 for a word or a file that cannot be understood. */
export async function runCommand(name: string, commands: Record<string, Command>): Promise<number> {
  const [word = '', ...words] = process.argv.slice(2)
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined
  try {
    if (command) return await command.run(words)
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error
    console.error(`${error.sentence.vi}\n${error.sentence.en}`)
    return 2
  }
  const lines = Object.values(commands).map(({ usage }) => `  npm run ${name} -- ${usage}`)
  console.error(['Cách dùng / Usage:', ...lines].join('\n'))
  return 2
}
