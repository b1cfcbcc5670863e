// What can be wrong with one answer, each with its sentence in both languages naming the question. The page shows the
// same sentence beside the question that a machine gets from the interface.
import type { Fault, Sentence } from '#lib/problem'
import { inLanguage } from '#lib/surveys/local-text'
import type { LocalText } from '#lib/surveys/variable'

type Facts = { limit?: number | string; value?: unknown; text?: LocalText }
type Phrase = (facts: Facts) => Sentence

/** The part after "Câu “…”"; the author's own message, where there is one, takes its place. */
const phrases = {
  wrong_type: () => ({ vi: 'có câu trả lời sai kiểu dữ liệu', en: 'has an answer of the wrong type' }),
  value_not_offered: ({ value }) => ({
    vi: `không có lựa chọn “${cut(String(value))}”`,
    en: `does not offer “${cut(String(value))}”`,
  }),
  value_twice: ({ value }) => ({
    vi: `có lựa chọn “${cut(String(value))}” bị gửi hai lần`,
    en: `has the choice “${cut(String(value))}” twice`,
  }),
  excludes_others: ({ value }) => ({
    vi: `không thể chọn “${cut(String(value))}” cùng với lựa chọn khác`,
    en: `cannot take “${cut(String(value))}” together with other choices`,
  }),
  unknown_row: ({ value }) => ({
    vi: `không có dòng “${cut(String(value))}”`,
    en: `has no row “${cut(String(value))}”`,
  }),
  too_long: ({ limit }) => ({
    vi: `có câu trả lời dài quá ${limit} ký tự`,
    en: `has an answer longer than ${limit} characters`,
  }),
  required: () => ({ vi: 'chưa được trả lời', en: 'has no answer yet' }),
  words_required: () => ({
    vi: 'đã chọn “khác”, xin ghi rõ là gì',
    en: 'has “other” chosen: please say what',
  }),
  too_few: ({ limit }) => ({ vi: `cần chọn ít nhất ${limit} mục`, en: `needs at least ${limit} choices` }),
  too_many: ({ limit }) => ({
    vi: `chỉ được chọn tối đa ${limit} mục`,
    en: `takes at most ${limit} choices`,
  }),
  too_small: ({ limit }) => ({ vi: `phải từ ${limit} trở lên`, en: `must be ${limit} or more` }),
  too_large: ({ limit }) => ({ vi: `phải từ ${limit} trở xuống`, en: `must be ${limit} or less` }),
  wrong_step: ({ limit }) => ({ vi: `phải là bội số của ${limit}`, en: `must be a multiple of ${limit}` }),
  not_a_number: () => ({ vi: 'phải là một con số', en: 'must be a number' }),
  not_a_date: () => ({
    vi: 'phải là ngày, tháng hoặc giờ hợp lệ',
    en: 'must be a valid date, month or time',
  }),
  too_short: ({ limit }) => ({ vi: `cần ít nhất ${limit} ký tự`, en: `needs at least ${limit} characters` }),
  no_digits: () => ({ vi: 'không được kết thúc bằng chữ số', en: 'must not end in digits' }),
  wrong_pattern: () => ({ vi: 'chưa đúng dạng yêu cầu', en: 'does not have the form asked for' }),
  not_an_email: () => ({ vi: 'phải là địa chỉ thư điện tử', en: 'must be an e-mail address' }),
  rows_required: () => ({ vi: 'còn dòng chưa được trả lời', en: 'has rows without an answer' }),
  row_twice: () => ({ vi: 'có hai dòng trùng nhau', en: 'has two rows with the same answer' }),
  too_few_rows: () => ({ vi: 'còn thiếu dòng', en: 'needs more rows' }),
  file_too_large: () => ({ vi: 'có tệp quá lớn', en: 'has a file that is too large' }),
  no_order: () => ({
    vi: 'cần mỗi mục một số thứ tự khác nhau, từ 1 trở đi',
    en: 'needs a different number for each item, from 1 on',
  }),
  rule_broken: () => ({
    vi: 'không hợp với các câu trả lời khác',
    en: 'does not agree with the other answers',
  }),
} satisfies Record<string, Phrase>

export type FaultCode = keyof typeof phrases

/** A fault at a question, or at one row of it ("question.row"). */
export function answerFault(question: string, title: LocalText, code: FaultCode, facts: Facts = {}): Fault {
  const phrase = (phrases[code] as Phrase)(facts)
  const name = { vi: cut(title.vi), en: cut(inLanguage(title, 'en')) }
  if (facts.text) {
    const own = { vi: facts.text.vi, en: inLanguage(facts.text, 'en') }
    return { question, code, vi: `Câu “${name.vi}”: ${own.vi}`, en: `“${name.en}”: ${own.en}` }
  }
  return { question, code, vi: `Câu “${name.vi}” ${phrase.vi}.`, en: `“${name.en}” ${phrase.en}.` }
}

/** A fault that belongs to no question of the form. */
export function unknownQuestionFault(key: string): Fault {
  const name = cut(key)
  return {
    question: name,
    code: 'unknown_question',
    vi: `Phiếu này không có câu “${name}”.`,
    en: `This form has no question “${name}”.`,
  }
}

const cut = (text: string) => (text.length > 90 ? `${text.slice(0, 89)}…` : text)
