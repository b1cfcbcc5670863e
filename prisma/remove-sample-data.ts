// `npm run sample:remove`: the same as the button of the administrator, for whoever has the terminal. It works beside the
// running service as well as without it.
import { connectDatabase, disconnectDatabase } from '#lib/db/client'
import { deleteSampleData } from '#lib/db/delete-sample-data'
import { env } from '#lib/env'
import { runningEmbeddedUrl } from './embedded'
import { prepareDatabase } from './prepare-database'

const { stop } = await open()
try {
  const { responses } = await deleteSampleData(null)
  process.stdout.write(
    `Đã xóa dữ liệu mẫu (${responses} phiếu). / Sample data removed (${responses} answers).\n`,
  )
} finally {
  await stop()
}

/** The database of the running service if there is one, else one of our own. */
async function open(): Promise<{ stop(): Promise<void> }> {
  const { DATABASE_URL, DATA_DIR } = env()
  const running = DATABASE_URL ? null : runningEmbeddedUrl(DATA_DIR)
  if (!running) return prepareDatabase()
  connectDatabase(running, 2)
  return { stop: disconnectDatabase }
}
