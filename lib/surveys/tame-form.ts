// A SurveyJS JSON may ask for things that no server of ours should do: fetch choices from elsewhere, send answers
// elsewhere, count to a thousand million, nest without end. Such parts are found before survey-core sees the form; what
// has no bearing on the answers is taken out, the rest is a reason to refuse the form.
import type { Sentence } from '#lib/problem'
import { isObject, type Json } from '#lib/surveys/reading'

export type TameForm = {
  /** A copy that survey-core can be given. */
  json: Json
  /** Why this form cannot be served at all, by us or by SurveyJS. */
  refusals: Sentence[]
}

const deepest = 120
const mostParts = 400_000
/** survey-core takes seconds for longer lists, and nobody reads them. */
const longestList = 10_000
/** Addresses that answers would be sent to or fetched from, and traces on the device: taken out of the whole survey. */
const away = new Set(
  'surveyId surveyPostId surveyShowDataSaving cookieName navigateToUrl navigateToUrlOnCondition clientId'.split(
    ' ',
  ),
)
/** Lists that hold objects only: SurveyJS stumbles over null in them. */
const lists = new Set(
  'pages elements questions templateElements detailElements columns rows items choices rateValues triggers calculatedValues validators'.split(
    ' ',
  ),
)
/** Properties whose content is the author's value, not a part of the form. */
const values = new Set(
  'defaultValue defaultRowValue defaultPanelValue correctAnswer setValue value'.split(' '),
)

/** Throws a TypeError when it is no form at all. */
export function tameForm(formJson: unknown): TameForm {
  if (!isObject(formJson)) throw new TypeError('a form must be a SurveyJS JSON object')
  const size = measure(formJson)
  if (size.depth > deepest) return { json: {}, refusals: [tooDeep] }
  if (size.parts > mostParts) return { json: {}, refusals: [tooLarge] }
  const refusals: Sentence[] = []
  const json = tame(formJson, refusals) as Json
  for (const name of away) delete json[name]
  return { json, refusals }
}

const tooDeep: Sentence = {
  vi: `Phiếu lồng quá ${deepest} tầng. Hãy bỏ bớt các khung lồng nhau.`,
  en: `The form is nested more than ${deepest} levels deep. Take some of the panels apart.`,
}
const tooLarge: Sentence = {
  vi: 'Phiếu quá lớn. Hãy chia thành nhiều phiếu hoặc rút gọn danh sách lựa chọn.',
  en: 'The form is too large. Split it, or shorten its lists of choices.',
}

/** Without recursion: the nesting is just what is not known yet. */
function measure(root: Json): { depth: number; parts: number } {
  let depth = 0
  let parts = 0
  let level: unknown[] = [root]
  while (level.length > 0 && depth <= deepest && parts <= mostParts) {
    depth++
    parts += level.length
    level = level.flatMap((one) => Object.values(one as Json)).filter((one) => one && typeof one === 'object')
  }
  return { depth, parts }
}

function tame(raw: unknown, refusals: Sentence[], property = ''): unknown {
  if (Array.isArray(raw)) {
    if (raw.length > longestList) {
      refusals.push(tooLarge)
      return []
    }
    const kept = lists.has(property) ? raw.filter((one) => one !== null && one !== undefined) : raw
    return kept.map((one) => tame(one, refusals))
  }
  if (!isObject(raw)) return raw
  const copy: Json = {}
  for (const [name, value] of Object.entries(raw)) {
    if (name === '__proto__' || name === 'constructor') refusals.push(badName(name))
    else if (values.has(name)) copy[name] = structuredClone(value)
    else if (name === 'choicesByUrl') refuseAddress(raw, value, refusals)
    else copy[name] = tame(value, refusals, name)
  }
  refuseNames(raw, property, refusals)
  refuseNumbers(raw, refusals)
  refusePattern(raw, refusals)
  return copy
}

/** Names that every JavaScript object has already: an answer under such a name would not be an answer. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype))

function refuseNames(json: Json, property: string, refusals: Sentence[]): void {
  const isRow = property === '' && 'value' in json
  for (const name of [json.name, json.valueName, isRow ? json.value : undefined])
    if (typeof name === 'string' && inherited.has(name)) refusals.push(badName(name))
}

const badName = (name: string): Sentence => ({
  vi: `Tên “${name}” không dùng được cho câu hỏi, dòng hay cột. Hãy đặt tên khác.`,
  en: `The name “${name}” cannot be used for a question, row or column. Choose another one.`,
})

function refuseAddress(question: Json, source: unknown, refusals: Sentence[]): void {
  if (!isObject(source) || !(source.url || source.path)) return
  const name = String(question.name ?? '')
  refusals.push({
    vi: `Câu “${name}” lấy các lựa chọn từ một máy chủ khác (choicesByUrl): không kiểm tra được câu trả lời và làm lộ người trả lời. Hãy ghi các lựa chọn vào phiếu.`,
    en: `“${name}” takes its choices from another server (choicesByUrl): answers could not be checked and respondents would be exposed. Write the choices into the form.`,
  })
}

function refuseNumbers(json: Json, refusals: Sentence[]): void {
  const { choicesMin, choicesMax, choicesStep, name } = json
  if (typeof choicesMax !== 'number') return
  const step = typeof choicesStep === 'number' && choicesStep > 0 ? choicesStep : 1
  const count = (choicesMax - (typeof choicesMin === 'number' ? choicesMin : 0)) / step
  if (count <= longestList) return
  refusals.push({
    vi: `Câu “${name}” có hơn ${longestList} lựa chọn từ choicesMin đến choicesMax. Hãy hỏi bằng ô nhập số.`,
    en: `“${name}” has more than ${longestList} choices from choicesMin to choicesMax. Ask with a number field instead.`,
  })
}

function refusePattern({ type, regex }: Json, refusals: Sentence[]): void {
  if ((type !== 'regex' && type !== 'regexvalidator') || typeof regex !== 'string') return
  try {
    new RegExp(regex)
  } catch {
    refusals.push({
      vi: `“${regex}” không phải biểu thức chính quy hợp lệ (validator regex).`,
      en: `“${regex}” is no regular expression (validator regex).`,
    })
  }
}
