// Why a form is shown by SurveyJS and not by the light form, in the words of an officer who does not write JSON.
import type { Sentence } from '#lib/problem'
import type { LocalText } from '#lib/surveys/variable'

const types: Record<string, LocalText> = {
  matrixdynamic: { vi: 'bảng mà người trả lời tự thêm dòng', en: 'a table to which people add rows' },
  slider: { vi: 'thanh trượt', en: 'a slider' },
  file: { vi: 'tải tệp lên', en: 'an upload of files' },
  signaturepad: { vi: 'ô ký tên', en: 'a signature' },
  imagemap: { vi: 'chọn vùng trên ảnh', en: 'areas of a picture to choose from' },
}

/** What the reading of a form says about parts that have no name of SurveyJS' own. */
const parts: [said: RegExp, vi: string][] = [
  [/^the same name twice$/, 'hai câu cùng tên'],
  [/^a name with such characters$/, 'tên chứa ký tự không dùng được'],
  [/^cells of type (.*)$/, 'ô loại “$1”'],
  [/^(.*) with objects as values$/, 'giá trị là đối tượng JSON ở “$1”'],
]

/**
 * The sentence for one entry of `Form.beyondLight`, "owner: what".
 * @example beyondLightReason('score: slider').en // → "“score” is a slider, which the light form does not have."
 */
export function beyondLightReason(entry: string): Sentence {
  const [, owner = '', what = entry] = /^(.*?): (.*)$/s.exec(entry) ?? []
  const type = types[what]
  if (type)
    return {
      vi: `Câu “${owner}” là ${type.vi}; phiếu gọn không có loại này.`,
      en: `“${owner}” is ${type.en}, which the light form does not have.`,
    }
  const place = owner === 'form' ? { vi: 'Cả phiếu', en: 'The form as a whole' } : quoted(owner)
  const part = parts.find(([said]) => said.test(what))
  if (part)
    return {
      vi: `${place.vi} có ${what.replace(...part)}; phiếu gọn không có phần này.`,
      en: `${place.en} has ${what}, which the light form does not know.`,
    }
  return {
    vi: `${place.vi} có “${what}”; phiếu gọn không có phần này.`,
    en: `${place.en} has “${what}”, which the light form does not know.`,
  }
}

const quoted = (name: string): LocalText => ({ vi: `“${name}”`, en: `“${name}”` })
