// What the printed form says of its own, in the languages it can be printed in. Another language than these is printed
// with the Vietnamese words of the form itself.
import type { LocalText } from '#lib/surveys/variable'

export const paperPhrases = {
  howTo: {
    vi: 'Đánh dấu X vào ô ông/bà chọn. Nếu đánh nhầm, tô kín ô sai rồi đánh dấu ô khác. Câu nào không muốn trả lời thì để trống. Xin không ghi tên, số điện thoại hay địa chỉ.',
    en: 'Put a cross (X) in the box you choose. If you make a mistake, fill in the wrong box and cross another one. Leave empty what you do not wish to answer. Please do not write your name, phone number or address.',
  },
  pickOne: { vi: 'Chọn một ô', en: 'Choose one box' },
  pickSeveral: { vi: 'Có thể chọn nhiều ô', en: 'You may choose several boxes' },
  pickOneInRow: { vi: 'Mỗi dòng chọn một ô', en: 'One box in each row' },
  pickSeveralInRow: { vi: 'Mỗi dòng có thể chọn nhiều ô', en: 'You may choose several boxes in each row' },
  rankAll: {
    vi: 'Ghi số 1 vào ô của điều xếp trước nhất, số 2 vào điều tiếp theo, cứ thế cho đến hết',
    en: 'Write 1 in the box of what comes first, 2 in the next, and so on to the last',
  },
  rankSome: {
    vi: 'Ghi số 1 vào ô của điều xếp trước nhất, số 2 vào điều tiếp theo; điều không chọn thì để trống',
    en: 'Write 1 in the box of what comes first, 2 in the next; leave empty what you do not choose',
  },
  writeNumber: { vi: 'Ghi số', en: 'Write a number' },
  writeDate: { vi: 'Ghi ngày / tháng / năm', en: 'Write day / month / year' },
  question: { vi: 'Câu', en: 'Questions' },
  onlyIf: { vi: 'chỉ trả lời nếu', en: 'only if' },
  goTo: { vi: 'chuyển sang câu', en: 'go to question' },
  goToEnd: { vi: 'hết phiếu', en: 'end of the form' },
  atMost: { vi: 'tối đa', en: 'at most' },
  atLeast: { vi: 'ít nhất', en: 'at least' },
  boxes: { vi: 'ô', en: 'boxes' },
  time: { vi: 'Lần', en: 'No.' },
  notOnPaper: {
    vi: 'Câu này chỉ trả lời được trên máy.',
    en: 'This question can only be answered on a device.',
  },
  thanks: {
    vi: 'Hết phiếu. Xin cảm ơn! Xin gấp phiếu lại, bỏ vào thùng hoặc giao cho người thu phiếu.',
    en: 'This is the end. Thank you! Please fold the form and put it into the box, or give it to whoever collects it.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  village: { vi: 'Thôn, khu phố', en: 'Village' },
  sheetNumber: { vi: 'Số phiếu', en: 'Sheet' },
  stackNumber: { vi: 'Xấp số', en: 'Stack' },
  page: { vi: 'Trang', en: 'Page' },
  sample: { vi: 'DỮ LIỆU MẪU – KHÔNG PHÁT CHO NGƯỜI DÂN', en: 'SAMPLE DATA – DO NOT HAND OUT' },
} satisfies Record<string, LocalText>
