// Every text of a form is there in Vietnamese and English. SurveyJS falls back in silence, a citizen would then read a
// column name; so nothing may fall back.
import { type Finding, finding } from '#lib/definitions/finding'
import { type FormElement, isObject } from '#lib/definitions/form-elements'

/** Members of SurveyJS JSON that people read. */
const readByPeople = new Set([
  'title',
  'description',
  'text',
  'html',
  'placeholder',
  'requiredErrorText',
  'minRateDescription',
  'maxRateDescription',
  'labelTrue',
  'labelFalse',
  'otherText',
  'noneText',
  'completedHtml',
])

export function checkTexts(form: Record<string, unknown>, elements: FormElement[]): Finding[] {
  return [...checkMembers(form, 'form'), ...elements.flatMap(checkOwnTexts)]
}

function checkMembers(value: unknown, where: string): Finding[] {
  if (Array.isArray(value)) return value.flatMap((entry, at) => checkMembers(entry, `${where}.${at}`))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, member]) => {
    const here = `${where}.${key}`
    return readByPeople.has(key) ? checkLanguages(member, here) : checkMembers(member, here)
  })
}

function checkLanguages(text: unknown, where: string): Finding[] {
  const missing = (['vi', 'en'] as const).filter(
    (language) => !isObject(text) || typeof text[language] !== 'string' || text[language].trim() === '',
  )
  return missing.map((language) => missingText(language, where))
}

const missingText = (language: 'vi' | 'en', where: string) =>
  finding(
    'missing_translation',
    where,
    `“${where}” chưa có bản ${language === 'vi' ? 'tiếng Việt (vi)' : 'tiếng Anh (en)'}.`,
    `“${where}” has no ${language === 'vi' ? 'Vietnamese (vi)' : 'English (en)'} text.`,
  )

/** A question needs a title, each of its choices, rows and columns a text. */
function checkOwnTexts({ json, where }: FormElement): Finding[] {
  const lists = ['choices', 'rows', 'columns'].flatMap((list) => {
    const entries = json[list]
    if (!Array.isArray(entries)) return []
    return entries.flatMap((entry, at) =>
      isObject(entry) && 'text' in entry ? [] : checkLanguages(undefined, `${where}.${list}.${at}.text`),
    )
  })
  const needsTitle = json.type !== 'html' && json.type !== 'panel'
  return needsTitle && json.title === undefined
    ? [...checkLanguages(undefined, `${where}.title`), ...lists]
    : lists
}
