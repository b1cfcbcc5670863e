// The rule of a comparison over time in a sentence, to stand beside the number or in its place.
import type { Continuity } from '#lib/lineage/continuity'

export type Sentence = { vi: string; en: string }
export type UnitNames = (id: string) => { name: string; nameEn: string }

/** Empty for a unit that did not change. */
export function continuityWords(continuity: Continuity, names: UnitNames): Sentence {
  const { rule, units, parts, since } = continuity
  const all = listOf(units, names)
  const from = since ? { vi: ` từ ${vietnameseDay(since)}`, en: ` since ${since}` } : { vi: '', en: '' }
  switch (rule) {
    case 'same':
      return { vi: '', en: '' }
    case 'renamed':
      return {
        vi: `Trước đó là ${all.vi}, cùng địa bàn, đổi tên, mã hoặc cấp${from.vi}: so với số của đơn vị đó.`,
        en: `Was ${all.en} before, the same ground under another name, code or kind${from.en}: compared with that unit.`,
      }
    case 'merged':
      return {
        vi: `Gộp phiếu của ${all.vi} (nhập trọn vào đây${from.vi}): số kỳ trước tính lại từ phiếu của các đơn vị này như một đơn vị, giữ thôn, tầng và quyền số của mẫu.`,
        en: `Answers of ${all.en} taken together (all of them are part of it${from.en}): the earlier figure is computed anew as of one unit, with the villages, strata and weights of the sample.`,
      }
    case 'divided':
      return {
        vi: `Gộp phiếu của ${all.vi} (chia ra từ đây${from.vi}): số kỳ sau tính từ phiếu của các đơn vị này như một đơn vị.`,
        en: `Answers of ${all.en} taken together (it was divided into them${from.en}): the later figure is computed as of one unit.`,
      }
    case 'continued':
      return {
        vi: `Đã nhập trọn vào ${all.vi}${from.vi}: xem ở đơn vị đó.`,
        en: `Went whole into ${all.en}${from.en}: see there.`,
      }
    case 'part':
      return partWords(all, listOf(parts, names), units.length > 0, from)
    case 'scattered':
      return {
        vi: `Không so sánh được: địa bàn đã chia về ${all.vi}${from.vi}; phiếu cũ không tách được theo địa bàn mới.`,
        en: `Not comparable: its ground went to ${all.en}${from.en}; earlier answers cannot be split that way.`,
      }
    case 'not-measured':
      return {
        vi: `Không so sánh được: ${all.vi} không có phiếu ở kỳ kia.`,
        en: `Not comparable: ${all.en} had no answers in the other period.`,
      }
    case 'unknown':
      return {
        vi: `Không so sánh được: danh mục chưa ghi đủ đơn vị này có từ đâu hoặc đi về đâu${all.vi && ` (đã ghi: ${all.vi})`}.`,
        en: `Not comparable: the list does not say all of where the unit came from or went to${all.en && ` (listed: ${all.en})`}.`,
      }
  }
}

function partWords(whole: Sentence, part: Sentence, hasWhole: boolean, from: Sentence): Sentence {
  if (!hasWhole)
    return {
      vi: `Không so sánh được: chỉ gồm một phần của ${part.vi}${from.vi}; phiếu cũ không tách được theo địa bàn mới.`,
      en: `Not comparable: made of only a part of ${part.en}${from.en}; earlier answers cannot be split that way.`,
    }
  return {
    vi: `Không so sánh được: ngoài trọn ${whole.vi} còn gồm một phần của ${part.vi}${from.vi}; phiếu cũ của phần đó không tách ra được.`,
    en: `Not comparable: beside the whole of ${whole.en} it took in a part of ${part.en}${from.en}, whose earlier answers cannot be told apart.`,
  }
}

function listOf(ids: readonly string[], names: UnitNames): Sentence {
  const join = (words: string[], and: string) =>
    words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`
  return {
    vi: join(
      ids.map((id) => names(id).name),
      'và',
    ),
    en: join(
      ids.map((id) => names(id).nameEn),
      'and',
    ),
  }
}

/** 2025-07-01 -> 1/7/2025 */
function vietnameseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date}/${month}/${year}`
}
