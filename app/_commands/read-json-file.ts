// Reads what a command was given: a JSON file, with a clear sentence when it is none.
import { readFile } from 'node:fs/promises'
import type { Sentence } from '#lib/problem'

/** The caller's file or words are at fault. */
export class UnreadableInput extends Error {
  constructor(readonly sentence: Sentence) {
    super(sentence.en)
  }
}

/** The content of a JSON file. Throws UnreadableInput. */
export async function readJsonFile(path: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new UnreadableInput({
      vi: `Không đọc được tệp “${path}” (${reason}). Hãy kiểm tra đường dẫn.`,
      en: `Cannot read the file “${path}” (${reason}). Please check its path.`,
    })
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UnreadableInput({
      vi: `Tệp “${path}” không phải JSON hợp lệ: ${(error as Error).message}`,
      en: `The file “${path}” is not valid JSON: ${(error as Error).message}`,
    })
  }
}

/** The SurveyJS JSON of a file: the file itself, or the `form` of one of our form files. */
export async function readFormJson(path: string): Promise<Record<string, unknown>> {
  const content = await readJsonFile(path)
  const isObject = (raw: unknown): raw is Record<string, unknown> =>
    raw !== null && typeof raw === 'object' && !Array.isArray(raw)
  if (!isObject(content))
    throw new UnreadableInput({
      vi: `Tệp “${path}” không phải phiếu SurveyJS: cần một đối tượng JSON { … }.`,
      en: `The file “${path}” is no SurveyJS form: a JSON object { … } is needed.`,
    })
  const { form } = content
  return isObject(form) && content.pages === undefined && content.elements === undefined ? form : content
}
