// What can be wrong with a request as such, whatever it is about: its shape, its size, what it names, what stands in its way
// at this moment.
import { defineProblem, type Fault, type Sentence } from '#lib/problems/define-problem'
import { writtenMoment } from '#lib/problems/written-moment'

export const requestProblems = {
  brokenJson: defineProblem('broken_json', 400, () => ({
    vi: 'Nội dung gửi lên không phải JSON hợp lệ. Hãy gửi lại.',
    en: 'The body is not valid JSON. Please send it again.',
  })),
  wrongShape: defineProblem<{ faults: Fault[] }>('wrong_shape', 400, ({ faults }) => ({
    vi: `Yêu cầu thiếu hoặc sai: ${faults.map((f) => f.vi).join('; ')}.`,
    en: `The request is missing something or wrong: ${faults.map((f) => f.en).join('; ')}.`,
  })),
  bodyTooLarge: defineProblem<{ limitBytes: number }>('body_too_large', 413, ({ limitBytes }) => ({
    vi: `Nội dung gửi lên quá lớn (tối đa ${Math.round(limitBytes / 1024)} kB).`,
    en: `The body is too large (at most ${Math.round(limitBytes / 1024)} kB).`,
  })),
  methodNotAllowed: defineProblem<{ allow: string }>('method_not_allowed', 405, ({ allow }) => ({
    vi: `Địa chỉ này chỉ nhận: ${allow}.`,
    en: `This address takes only: ${allow}.`,
  })),
  tooManyRequests: defineProblem<{ retryAfterSeconds: number }>(
    'too_many_requests',
    429,
    ({ retryAfterSeconds }) => ({
      vi: `Quá nhiều lần thử. Hãy thử lại sau ${retryAfterSeconds} giây.`,
      en: `Too many attempts. Try again in ${retryAfterSeconds} seconds.`,
    }),
  ),
  notFound: defineProblem<{ what: string; id: string }>('not_found', 404, ({ what, id }) => ({
    vi: `Không tìm thấy ${what} “${id}”.`,
    en: `Not found: ${what} “${id}”.`,
  })),
  alreadyExists: defineProblem<{ what: string; id: string }>('already_exists', 409, ({ what, id }) => ({
    vi: `Đã có ${what} “${id}”. Hãy chọn mã khác.`,
    en: `${what} “${id}” exists already. Choose another code.`,
  })),
  inUse: defineProblem<{ what: string; id: string }>('in_use', 409, ({ what, id }) => ({
    vi: `Không xóa được ${what} “${id}” vì đang được dùng.`,
    en: `${what} “${id}” cannot be removed because it is in use.`,
  })),
  invalidInput: defineProblem<{ faults: Fault[] }>('invalid_input', 422, ({ faults }) => ({
    vi: faults.map((f) => f.vi).join(' '),
    en: faults.map((f) => f.en).join(' '),
  })),
  changedMeanwhile: defineProblem<{ by: string; at: Date }>('changed_meanwhile', 409, ({ by, at }) => ({
    vi: `${by} đã ghi vào chỗ này lúc ${writtenMoment(at, 'vi-VN')}, sau khi bạn mở trang. Chưa ghi đè: nội dung bạn nhập vẫn còn ở đây. Hãy xem bản mới rồi quyết định.`,
    en: `${by} wrote here at ${writtenMoment(at, 'en-GB')}, after you opened the page. Nothing was overwritten and what you typed is still here. Look at the new version, then decide.`,
  })),
  fileRefused: defineProblem<{ sentence: Sentence }>('file_refused', 422, ({ sentence }) => sentence),
  tableTooLarge: defineProblem<{ cells: number; limit: number }>(
    'table_too_large',
    413,
    ({ cells, limit }) => ({
      vi: `Bảng này có ${cells} ô, quá lớn cho tệp Excel (tối đa ${limit}). Hãy tải dạng CSV.`,
      en: `This table has ${cells} cells, too many for an Excel file (at most ${limit}). Download it as CSV.`,
    }),
  ),
  workbookTooLarge: defineProblem<{ cells: number; limit: number }>(
    'workbook_too_large',
    413,
    ({ cells, limit }) => ({
      vi: `Sổ tính sẽ có ${cells} dòng × đơn vị (tối đa ${limit}), phần mềm bảng tính khó mở. Hãy tải bảng kết quả dạng CSV.`,
      en: `The workbook would have ${cells} lines × units (at most ${limit}), more than a spreadsheet program opens well. Download the results as CSV.`,
    }),
  ),
  databaseDown: defineProblem<{ retryAfterSeconds?: number }>('database_down', 503, () => ({
    vi: 'Hệ thống đang bận hoặc tạm thời chưa kết nối được cơ sở dữ liệu. Hãy thử lại sau ít phút.',
    en: 'The system is busy, or its database cannot be reached at the moment. Try again in a few minutes.',
  })),
}
