// `npm run sample:remove`: the same as the button of the administrator, for whoever has the terminal.
import { deleteSampleData } from '#lib/db/delete-sample-data'
import { prepareDatabase } from './prepare-database'

const { stop } = await prepareDatabase()
try {
  const { responses } = await deleteSampleData(null)
  process.stdout.write(
    `Đã xóa dữ liệu mẫu (${responses} phiếu). / Sample data removed (${responses} answers).\n`,
  )
} finally {
  await stop()
}
