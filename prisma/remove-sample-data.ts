// `npm run sample:remove`: the same as the button of the administrator, for whoever has the terminal. It works beside the
// running service as well as without it.
import { deleteSampleData } from '#lib/db/delete-sample-data'
import { openDatabase } from './open-database'

const { stop } = await openDatabase()
try {
  const { responses } = await deleteSampleData(null)
  process.stdout.write(
    `Đã xóa dữ liệu mẫu (${responses} phiếu). / Sample data removed (${responses} answers).\n`,
  )
} finally {
  await stop()
}
