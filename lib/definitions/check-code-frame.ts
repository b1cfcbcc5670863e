// Cross-checks of a code frame: it codes an open question that exists, into channels that exist, and no word means two things.
import type { ChannelsFile } from '#lib/definitions/channels-file'
import type { CodeFrameFile } from '#lib/definitions/code-frame-file'
import { duplicates, type Finding, finding, findRepeatedCodes } from '#lib/definitions/finding'
import type { FormFile } from '#lib/definitions/form-file'
import { codebook } from '#lib/surveys/codebook'
import { writtenWords } from '#lib/surveys/written-words'

export function checkCodeFrame(
  frame: CodeFrameFile,
  others: { forms: FormFile[]; channels: ChannelsFile[] },
): Finding[] {
  const channels = new Set(others.channels.flatMap((file) => file.channels.map(({ code }) => code)))
  return [
    ...findRepeatedCodes(frame.codes, 'codes'),
    ...(asksIt(frame, others.forms) ? [] : [unknownQuestion(frame)]),
    ...frame.codes
      .filter(({ code }) => !channels.has(code))
      .map(({ code }) =>
        finding('unknown_channel', 'codes', `Không có kênh “${code}”.`, `There is no channel “${code}”.`),
      ),
    ...checkWords(frame),
  ]
}

const asksIt = ({ form, question }: CodeFrameFile, forms: FormFile[]) =>
  forms.some(
    (one) =>
      one.slug === form && codebook(one.form).some(({ name, kind }) => name === question && kind === 'text'),
  )

const unknownQuestion = ({ form, question }: CodeFrameFile) =>
  finding(
    'unknown_question',
    'question',
    `Phiếu “${form}” không có câu hỏi mở “${question}”.`,
    `The form “${form}” has no open question “${question}”.`,
  )

function checkWords({ codes, otherWords, denials, denialsAfter, endsDenial }: CodeFrameFile): Finding[] {
  const all = [
    ...codes.flatMap(({ words }) => words),
    ...otherWords,
    ...denials,
    ...denialsAfter,
    ...endsDenial,
  ]
  const asRead = (words: string) =>
    writtenWords(words)
      .map(({ written }) => written)
      .join(' ')
  return [
    ...all
      .filter((words) => !isOneSequence(words))
      .map((words) =>
        finding(
          'unreadable_word',
          'codes',
          `“${words}” không phải một từ hay một cụm từ liền nhau.`,
          `“${words}” is neither a word nor words in a row.`,
        ),
      ),
    ...duplicates(all.map(asRead)).map((words) =>
      finding('repeated_word', 'codes', `“${words}” đứng ở hai nơi.`, `“${words}” stands in two places.`),
    ),
  ]
}

function isOneSequence(words: string): boolean {
  const [first, ...rest] = writtenWords(words)
  return first !== undefined && rest.every(({ after }) => after === 'space')
}
