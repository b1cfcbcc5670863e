// Advice to authors on their wording: long questions and sentences, double negatives, two questions in one, leading words,
// jargon, scales that lean to one side. Advice only: it never keeps a form from being published, because a rule of thumb
// knows less than an author. The word lists are data: plain-language-words.json.
import { type Finding, finding } from '#lib/definitions/finding'
import type { FormFile } from '#lib/definitions/form-file'
import type { Question } from '#lib/surveys/form'
import { readForm } from '#lib/surveys/read-form'
import words from './plain-language-words.json'

type Language = 'vi' | 'en'
const readers: Language[] = ['vi', 'en']

/** In words; Vietnamese writes each syllable apart, so that its limits are higher. */
const longestQuestion = { vi: 35, en: 25 }
const longestSentence = { vi: 35, en: 25 }

/** Advice for one form, question by question. */
export function plainLanguageAdvice(file: FormFile): Finding[] {
  return readForm(file.form).questions.flatMap((question) => [
    ...readers.flatMap((language) => adviceOnText(question, language)),
    ...adviceOnScale(question),
  ])
}

function adviceOnText({ name, title }: Question, language: Language): Finding[] {
  const text = title[language]
  if (!text) return []
  const lower = text.toLowerCase()
  const long = text.split(/[.?!;]+/).some((sentence) => countWords(sentence) > longestSentence[language])
  const found = (list: string[]) => list.filter((word) => contains(lower, word.toLowerCase()))
  const negations = words.negations[language].reduce((sum, word) => sum + occurrences(lower, word), 0)
  const [leading, jargon] = [found(words.leading[language]), found(words.jargon[language])]
  const where = `${name} (${language})`
  return [
    ...(countWords(text) > longestQuestion[language] ? [longQuestion(where, longestQuestion[language])] : []),
    ...(long ? [longSentence(where)] : []),
    ...(negations > (isYesNo(lower, language) ? 2 : 1) ? [doubleNegative(where)] : []),
    ...(isDouble(lower, language) ? [twoQuestions(where)] : []),
    ...leading.map((word) => leadingWords(where, word)),
    ...jargon.map((word) => jargonWord(where, word)),
  ]
}

const countWords = (text: string) => text.trim().split(/\s+/).filter(Boolean).length
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const occurrences = (text: string, word: string) =>
  text.match(new RegExp(`(?<!\\p{L})${escaped(word)}(?!\\p{L})`, 'gu'))?.length ?? 0
const contains = (text: string, word: string) => occurrences(text, word) > 0

/** "… không?" and "có … hay không?" ask; they deny nothing. */
const isYesNo = (text: string, language: Language) => language === 'vi' && /(không|chưa)\s*\?\s*$/u.test(text)

/** "và/hoặc", or two things rated in one breath ("thái độ và thời gian"). */
const isDouble = (text: string, language: Language) =>
  language === 'vi'
    ? /và\s*\/\s*hoặc|(thái độ|thời gian|chất lượng|chi phí)[^,.?]* và (thái độ|thời gian|chất lượng|chi phí)/u.test(
        text,
      )
    : /and\s*\/\s*or|(attitude|time|quality|cost)[^,.?]* and (attitude|time|quality|cost)/u.test(text)

const good = /hài lòng|tốt|đồng ý|dễ|satisfied|good|agree|easy/i
const bad = /không hài lòng|kém|không tốt|không đồng ý|khó|dissatisfied|poor|bad|disagree|difficult/i

/** A scale of opinions has as many good steps as bad ones. */
function adviceOnScale(question: Question): Finding[] {
  const steps =
    question.kind === 'matrix' ? question.columns : question.kind === 'single' ? question.choices : []
  const opinions = steps.filter(({ role }) => role === undefined)
  const badSteps = opinions.filter(({ label }) => bad.test(label.vi)).length
  const goodSteps = opinions.filter(({ label }) => !bad.test(label.vi) && good.test(label.vi)).length
  if (goodSteps + badSteps < 2 || goodSteps === badSteps) return []
  return [unbalanced(question.name, goodSteps, badSteps)]
}

const longQuestion = (where: string, limit: number) =>
  finding(
    'long_question',
    where,
    `Câu hỏi dài hơn ${limit} tiếng; hãy rút gọn.`,
    `The question has more than ${limit} words; shorten it.`,
  )
const longSentence = (where: string) =>
  finding('long_sentence', where, 'Có câu văn quá dài; hãy tách ra.', 'A sentence is very long; split it.')
const doubleNegative = (where: string) =>
  finding(
    'double_negative',
    where,
    'Có hai lần phủ định; hãy hỏi theo lối khẳng định.',
    'It denies twice; ask it the positive way round.',
  )
const twoQuestions = (where: string) =>
  finding(
    'two_questions',
    where,
    'Có thể đang hỏi hai điều trong một câu; hãy tách thành hai câu.',
    'It may ask two things at once; make it two questions.',
  )
const leadingWords = (where: string, word: string) =>
  finding(
    'leading',
    where,
    `“${word}” có thể dẫn dắt câu trả lời.`,
    `“${word}” may lead people to an answer.`,
  )
const jargonWord = (where: string, word: string) =>
  finding(
    'jargon',
    where,
    `“${word}” là từ chuyên môn; hãy nói bằng lời thường ngày.`,
    `“${word}” is jargon; use everyday words.`,
  )
const unbalanced = (where: string, goodSteps: number, badSteps: number) =>
  finding(
    'unbalanced_scale',
    where,
    `Thang đo lệch: ${goodSteps} mức khen, ${badSteps} mức chê.`,
    `The scale leans: ${goodSteps} good steps, ${badSteps} bad ones.`,
  )
