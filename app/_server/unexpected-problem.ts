// What nobody foresaw: logged with an id, and the id is all that the outside learns. A database without a free connection
// is foreseen: whoever asked is told to come back.
import { randomUUID } from 'node:crypto'
import { isConnectionLoss } from '#lib/connection-loss'
import { Problem, problems } from '#lib/problem'
import { log } from './log'

/** Logs the error and returns the problem to answer with. */
export function unexpectedProblem(error: unknown, request: { method?: string; path: string }): Problem {
  if (isConnectionLoss(error)) {
    log.warn({ err: error, ...request }, 'no connection to the database')
    return problems.databaseDown({ retryAfterSeconds: 30 })
  }
  const id = randomUUID()
  log.error({ id, err: error, ...request }, 'unexpected error')
  return new Problem(
    'unexpected',
    500,
    {
      vi: `Hệ thống gặp lỗi ngoài dự kiến (mã ${id}). Hãy thử lại; nếu còn lỗi, báo mã này cho quản trị viên.`,
      en: `Something unexpected went wrong (id ${id}). Try again; if it persists, tell the administrator this id.`,
    },
    { id },
  )
}
