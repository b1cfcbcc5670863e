// What a job table may keep of an error: the sentence of a Problem, or an id under which the server's log has the rest.
// Messages of libraries are never kept: mail servers repeat addresses in theirs.
import { Problem, type Sentence } from '#lib/problem'

export type FailureReason = { code: string; sentence: Sentence; logId?: string }

/** The reason to keep; `logId` names the line of the log for what nobody expected. */
export function failureReason(error: unknown, logId: string): FailureReason {
  if (error instanceof Problem) return { code: error.code, sentence: error.sentence }
  const vi = `Lỗi ngoài dự kiến; nhật ký máy chủ có chi tiết dưới mã ${logId}.`
  const en = `An unexpected error; the server's log has the details under ${logId}.`
  return { code: 'unexpected', sentence: { vi, en }, logId }
}
