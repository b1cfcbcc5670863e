// What a verification can find wrong with a log, each with its place and a sentence.
import type { Sentence } from '#lib/problem'

export type LogProblem = { code: string; message: Sentence } & Record<string, unknown>

/** Defines one kind of problem. */
const kind =
  <Facts extends Record<string, unknown>>(code: string, say: (facts: Facts) => Sentence) =>
  (facts: Facts): LogProblem => ({ code, ...facts, message: say(facts) })

const span = (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`)

export const logProblems = {
  unreadable: kind<{ line: number }>('line_unreadable', ({ line }) => ({
    vi: `Dòng ${line} không đọc được: không phải dòng của sổ.`,
    en: `Line ${line} cannot be read: it is no line of a log.`,
  })),
  noBeginning: kind('beginning_missing', () => ({
    vi: 'Thiếu dòng mở đầu nói đây là sổ của đợt nào.',
    en: 'The first line, which says whose log this is, is missing.',
  })),
  keysChanged: kind<{ index: number }>('keys_changed', () => ({
    vi: 'Dòng mở đầu (phiếu hỏi, cách giữ kín, khóa công khai) không phải cái đã ghi ở lá 0 trước khi đợt mở.',
    en: 'The first line (form, secrecy, public keys) is not what leaf 0 recorded before the wave opened.',
  })),
  answerChanged: kind<{ index: number; line: number; receipt: string }>(
    'answer_changed',
    ({ index, receipt }) => ({
      vi: `Phiếu ở lá ${index} (biên nhận ${receipt}) đã bị sửa: không khớp với lá trong sổ.`,
      en: `The answer of leaf ${index} (receipt ${receipt}) was changed: it does not belong to the leaf in the log.`,
    }),
  ),
  answerMissing: kind<{ index: number; line: number }>('answer_missing', ({ index }) => ({
    vi: `Lá ${index} không còn phiếu của nó: phiếu đã bị xóa hoặc bị sửa.`,
    en: `Leaf ${index} has lost its answer: it was deleted or changed.`,
  })),
  answerStray: kind<{ line: number; receipt: string }>('answer_not_logged', ({ receipt }) => ({
    vi: `Phiếu có biên nhận ${receipt} được tính nhưng không khớp lá nào trong sổ: bị sửa hoặc bị thêm vào.`,
    en: `The answer with receipt ${receipt} is counted but belongs to no leaf of the log: it was changed or added.`,
  })),
  receiptTwice: kind<{ index: number; before: number; receipt: string }>(
    'receipt_twice',
    ({ index, before, receipt }) => ({
      vi: `Biên nhận ${receipt} được tính hai lần: ở lá ${before} và lá ${index}.`,
      en: `Receipt ${receipt} is counted twice: at leaf ${before} and leaf ${index}.`,
    }),
  ),
  leafMissing: kind<{ index: number; to: number }>('leaf_missing', ({ index, to }) => ({
    vi: `Thiếu lá ${span(index, to)}: phiếu đã bị bỏ ra.`,
    en: `Leaf ${span(index, to)} is missing: it was dropped.`,
  })),
  leafMoved: kind<{ index: number; line: number }>('leaf_moved', ({ index, line }) => ({
    vi: `Lá ${index} đứng sai chỗ (dòng ${line}): thứ tự đã bị đổi.`,
    en: `Leaf ${index} stands in the wrong place (line ${line}): the order was changed.`,
  })),
  leafRepeated: kind<{ index: number; line: number }>('leaf_added', ({ index, line }) => ({
    vi: `Dòng ${line} là lá ${index} thêm vào: số thứ tự này đã có.`,
    en: `Line ${line} is an added leaf ${index}: there is one with this number already.`,
  })),
  leafOutOfOrder: kind<{ index: number }>('leaf_suspicious', ({ index }) => ({
    vi: `Lá ${index} không nằm đúng thứ tự trong lô của nó: đã bị thay hoặc chèn vào.`,
    en: `Leaf ${index} is not in the order of its batch: it was replaced or put in.`,
  })),
  leafAfterLastHead: kind<{ index: number; to: number }>('leaf_without_head', ({ index, to }) => ({
    vi: `Lá ${span(index, to)} không có đầu sổ nào ký: được thêm vào, hoặc tệp thiếu phần cuối.`,
    en: `No head is signed over leaf ${span(index, to)}: added, or the end of the file is missing.`,
  })),
  headForged: kind<{ size: number }>('head_forged', ({ size }) => ({
    vi: `Chữ ký của đầu sổ ${size} lá không đúng.`,
    en: `The signature of the head over ${size} leaves is wrong.`,
  })),
  headOfOther: kind<{ size: number; wave: string }>('head_of_other_wave', ({ size, wave }) => ({
    vi: `Đầu sổ ${size} lá là của đợt khác (${wave}).`,
    en: `The head over ${size} leaves is of another wave (${wave}).`,
  })),
  headOfOtherKey: kind<{ size: number; key: string }>('head_of_unknown_key', ({ size }) => ({
    vi: `Đầu sổ ${size} lá không ký bằng khóa đã cho.`,
    en: `The head over ${size} leaves is not signed with a key that was given.`,
  })),
  headDiffers: kind<{ size: number; from: number; to: number }>('head_differs', ({ size, from, to }) => ({
    vi: `Các lá không cho ra đầu sổ ${size} lá đã ký: trong khoảng lá ${span(from, to)} có lá bị sửa, bị thay hoặc bị đổi chỗ.`,
    en: `The leaves do not give the signed head over ${size} leaves: among leaf ${span(from, to)} something was changed, replaced or moved.`,
  })),
  leavesDropped: kind<{ size: number; found: number; from: number }>(
    'leaves_dropped',
    ({ size, found, from }) => ({
      vi: `Đầu sổ ký ${size} lá nhưng trước nó chỉ có ${found}: ${size - found} lá bị bỏ ra, từ lá ${from} trở đi.`,
      en: `The head is signed over ${size} leaves but ${found} stand before it: ${size - found} dropped, from leaf ${from} on.`,
    }),
  ),
  leavesAdded: kind<{ size: number; found: number; from: number }>(
    'leaves_added',
    ({ size, found, from }) => ({
      vi: `Đầu sổ ký ${size} lá nhưng trước nó có ${found}: ${found - size} lá bị thêm vào, từ lá ${from} trở đi.`,
      en: `The head is signed over ${size} leaves but ${found} stand before it: ${found - size} added, from leaf ${from} on.`,
    }),
  ),
  headNotHere: kind<{ size: number; root: string }>('head_not_here', ({ size }) => ({
    vi: `Sổ này không có đầu sổ ${size} lá mà ông/bà đưa ra: đã bị viết lại, hoặc tệp bị cắt bớt.`,
    en: `This log does not have the head over ${size} leaves that you gave: it was rewritten, or the file was cut.`,
  })),
  noHead: kind('no_head', () => ({
    vi: 'Tệp không có đầu sổ nào đã ký: không chứng minh được gì.',
    en: 'The file has no signed head: nothing can be proven.',
  })),
  droppedSince: kind<{ leaf: string; index: number }>('leaf_dropped_since', ({ index, leaf }) => ({
    vi: `Lá ${index} của tệp trước (${leaf}) không còn trong tệp này.`,
    en: `Leaf ${index} of the earlier file (${leaf}) is no longer in this one.`,
  })),
  addedSince: kind<{ leaf: string; index: number }>('leaf_added_since', ({ index, leaf }) => ({
    vi: `Lá ${index} (${leaf}) không có trong tệp trước ở phần đã ký.`,
    en: `Leaf ${index} (${leaf}) is not in the part of the earlier file that was signed already.`,
  })),
  movedSince: kind<{ leaf: string; index: number; before: number }>(
    'leaf_moved_since',
    ({ index, before, leaf }) => ({
      vi: `Lá ${leaf} trước đây ở chỗ ${before}, nay ở chỗ ${index}.`,
      en: `Leaf ${leaf} stood at ${before} before and stands at ${index} now.`,
    }),
  ),
}
