// What keeps staff from changing something: rounds, published definitions, stacks of paper.
import { defineProblem, type Sentence } from '#lib/problems/define-problem'

export const staffProblems = {
  roundRefused: defineProblem<{ refusal: string; sentence: Sentence }>(
    'round_refused',
    409,
    ({ sentence }) => sentence,
  ),
  definitionChanged: defineProblem<{ file: string }>('definition_changed', 409, ({ file }) => ({
    vi: `Bản đã công bố “${file}” không được sửa. Hãy tạo phiên bản mới.`,
    en: `Published definition “${file}” must not change. Make a new version.`,
  })),
  paperNotByUnit: defineProblem('paper_not_by_unit', 403, () => ({
    vi: 'Đợt này không cho đơn vị được đánh giá tự nhập phiếu giấy của mình. Hãy chuyển xấp phiếu cho cán bộ huyện.',
    en: 'In this wave the rated unit does not key in its own paper sheets. Hand the stack to a district officer.',
  })),
  batchClosed: defineProblem<{ number: string }>('batch_closed', 409, ({ number }) => ({
    vi: `Xấp phiếu ${number} đã đóng, không sửa được nữa.`,
    en: `Stack ${number} is closed and cannot be changed any more.`,
  })),
  batchUnfinished: defineProblem<{ number: string; sheets: number[] }>(
    'batch_unfinished',
    409,
    ({ number, sheets }) => ({
      vi: `Xấp ${number} chưa đóng được: các phiếu ${sheets.join(', ')} chưa nhập đủ hai lần hoặc chưa đối chiếu.`,
      en: `Stack ${number} cannot be closed yet: sheets ${sheets.join(', ')} are not keyed in twice or not settled.`,
    }),
  ),
  sheetTaken: defineProblem<{ sheet: number }>('sheet_taken', 409, ({ sheet }) => ({
    vi: `Phiếu số ${sheet} đã có người khác nhập. Hãy xem lại số phiếu.`,
    en: `Sheet ${sheet} has been keyed in by somebody else. Check its number.`,
  })),
  sheetAgreed: defineProblem<{ sheet: number }>('sheet_agreed', 409, ({ sheet }) => ({
    vi: `Phiếu số ${sheet} đã đối chiếu xong, không nhập lại được.`,
    en: `Sheet ${sheet} has been settled and cannot be keyed in again.`,
  })),
}
