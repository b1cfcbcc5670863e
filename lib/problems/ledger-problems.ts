// What can be wrong with a question to the public log.
import { defineProblem } from '#lib/problems/define-problem'

export const ledgerProblems = {
  leafNotLogged: defineProblem<{ leaf: string }>('leaf_not_logged', 404, ({ leaf }) => ({
    vi: `Sổ của đợt này chưa có lá “${leaf}”. Phiếu vào sổ mỗi ngày một lần và khi đợt đóng.`,
    en: `The log of this wave does not have the leaf “${leaf}”. Answers enter it once a day and when the wave closes.`,
  })),
  headUnknown: defineProblem<{ wave: string; from: number; to: number }>(
    'head_unknown',
    404,
    ({ from, to }) => ({
      vi: `Sổ này không có hai đầu sổ ${from} và ${to} lá.`,
      en: `This log does not have heads over ${from} and ${to} leaves.`,
    }),
  ),
  receiptMistyped: defineProblem('receipt_mistyped', 422, () => ({
    vi: 'Mã biên nhận gồm 32 chữ số và chữ cái từ a đến f, ngăn bằng dấu gạch. Xin xem lại mã trên trang cảm ơn.',
    en: 'A receipt has 32 digits and letters from a to f, with dashes. Please compare it with the thanks page.',
  })),
  receiptStaysSecret: defineProblem('receipt_stays_secret', 409, () => ({
    vi: 'Đây là đợt lấy phiếu kín: nếu tra mã ở đây, hệ thống sẽ biết phiếu nào là của ông/bà. Hãy kiểm tra bằng tệp biên nhận, ngay trên máy của ông/bà.',
    en: 'This is a confidential wave: looking the receipt up here would tell the server which ballot is yours. Check the receipt file on your own device instead.',
  })),
  receiptNotYours: defineProblem('receipt_not_yours', 404, () => ({
    vi: 'Không có phiếu nào với mã biên nhận và câu trả lời này.',
    en: 'There is no answer with this receipt and these answers.',
  })),
}
