// npm run form -- check FORM.json ANSWERS.json: the verdict that the server would give, as JSON on stdout. The answers in it
// are those that would be stored: hidden ones dropped, computed ones computed.
import { checkAnswers } from '#lib/surveys/check-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { readFormJson, readJsonFile, UnreadableInput } from './read-json-file'

/** Exit code 0: the answers are accepted; 1: they have problems. Throws UnreadableInput. */
export async function checkFormAnswers([formPath, answersPath, ...rest]: string[]): Promise<number> {
  if (!formPath || !answersPath || rest.length)
    throw new UnreadableInput({
      vi: 'Cần đúng hai tệp: npm run form -- check PHIEU.json CAU_TRA_LOI.json',
      en: 'Two files are needed: npm run form -- check FORM.json ANSWERS.json',
    })
  const form = await readFormJson(formPath)
  const raw = await readJsonFile(answersPath)
  const compiled = compileForm(form)
  const { answers, faults } = checkAnswers(compiled, raw)
  const { renderer, checker, reasons, refusals } = compiled
  const verdict = {
    valid: faults.length === 0,
    renderer: refusals.length ? null : renderer,
    checker: refusals.length ? null : checker,
    reasons: [...refusals, ...reasons],
    mistakes: compiled.form.mistakes,
    problems: faults.map(({ question, code, vi, en }) => ({ question, code, message: { vi, en } })),
    answers,
  }
  console.log(JSON.stringify(verdict, null, 2))
  return verdict.valid ? 0 : 1
}
