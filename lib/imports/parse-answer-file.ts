// Reads the outside of a file of unsent answers (lib/surveys/answer-file.ts). Nothing is opened here; every way in which a
// file can be wrong has its own sentence, because whoever carries it has to know what to do next.
import { z } from 'zod'
import type { Fault } from '#lib/problem'
import type { AnswerFile } from '#lib/surveys/answer-file'

const kind = 'thuoc-do-answers'
const shape = z.object({
  kind: z.literal(kind),
  version: z.literal(1),
  officerKey: z.string(),
  count: z.number().int().min(0),
  ephemeralKey: z.string(),
  iv: z.string(),
  sealed: z.string(),
})

/** The file, or what is wrong with it. `officerKey`: the public key of this server. */
export function parseAnswerFile(text: string, officerKey: string): { file: AnswerFile } | { fault: Fault } {
  if (text.trim() === '') return { fault: fileFaults.empty }
  const json = readJson(text)
  if (json === undefined) return { fault: text.includes(kind) ? fileFaults.cutOff : fileFaults.notAnswers }
  const { kind: found, version } = (json ?? {}) as Record<string, unknown>
  if (found !== kind) return { fault: fileFaults.notAnswers }
  if (version !== 1) return { fault: fileFaults.otherVersion }
  const file = shape.safeParse(json).data
  if (!file) return { fault: fileFaults.damaged }
  return file.officerKey === officerKey ? { file } : { fault: fileFaults.otherServer }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const fault = (code: string, vi: string, en: string): Fault => ({ question: 'file', code, vi, en })

/** Everything that can be wrong with a file as a whole. */
export const fileFaults = {
  empty: fault(
    'empty_file',
    'Tệp trống hoặc chưa chọn tệp. Hãy chọn tệp đã xuất từ máy thu phiếu.',
    'The file is empty or none was chosen. Choose the file that the device saved.',
  ),
  notAnswers: fault(
    'no_answer_file',
    'Đây không phải tệp phiếu xuất từ máy thu phiếu. Tên tệp đó bắt đầu bằng “phieu-chua-gui”.',
    'This is no file of answers. Their names begin with “phieu-chua-gui”.',
  ),
  cutOff: fault(
    'file_cut_off',
    'Tệp bị cắt ngang khi sao chép. Hãy sao chép lại, hoặc xuất lại từ máy thu phiếu: phiếu vẫn còn trên máy.',
    'The file was cut off while it was copied. Copy it again or save it again on the device: the answers are still there.',
  ),
  otherVersion: fault(
    'other_file_version',
    'Tệp này do phiên bản phần mềm khác xuất ra. Hãy cập nhật hệ thống rồi nhập lại.',
    'This file was saved by another version of the software. Update this system, then import it again.',
  ),
  otherServer: fault(
    'other_server',
    'Tệp này được mã hóa cho một máy chủ khác, hoặc khóa của máy chủ này đã thay đổi. Hãy nhập trên máy chủ đã cấp phiếu.',
    'This file is sealed for another server, or the key of this one has changed. Import it on the server that the form came from.',
  ),
  damaged: fault(
    'damaged_file',
    'Tệp bị hỏng hoặc đã bị sửa nên không mở được. Hãy xuất lại từ máy thu phiếu: phiếu vẫn còn trên máy.',
    'The file is damaged or was changed and cannot be opened. Save it again on the device: the answers are still there.',
  ),
}
