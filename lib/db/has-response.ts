// Whether an answer with this receipt is stored: what makes sending twice harmless.
import { database } from '#lib/db/client'

export async function hasResponse(waveId: string, unitId: string, receipt: string): Promise<boolean> {
  const { rowCount } = await database().pool.query({
    name: 'has-response',
    text: 'select from "Response" where "unitId" = $1 and "waveId" = $2 and "receipt" = $3::uuid',
    values: [unitId, waveId, receipt],
  })
  return rowCount === 1
}
