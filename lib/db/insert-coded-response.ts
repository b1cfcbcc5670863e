// The answer of somebody who got a visit code at the desk. The surprise: nothing is marked as used. The code's row among
// the unused ones goes away, and no row that stays is written by the transaction of the answer but the answer itself.
import { insertByRight, takesThis } from '#lib/db/insert-by-right'
import type { ResponseRow, Stored } from '#lib/db/insert-response'
import { isLate } from '#lib/db/takes-answers'
import { daysOfGrace } from '#lib/visit-code'

/** The day that counts: that of arrival, which nobody can make up; in the wave's own days of grace, that of answering. */
const day = `case when ${isLate('$18::timestamptz')} then $5::date else ($18::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date end`

const code = {
  name: 'insert-coded-response',
  text: `
    delete from "UnusedVisitCode" u
    using "VisitCode" c, "VisitBatch" b, "Wave" w
    where u."codeHash" = $17 and c."codeHash" = u."codeHash" and b."id" = c."batchId"
      and b."waveId" = $2 and b."unitId" = $1 and b."revokedOn" is null
      and b."validFrom" <= ${day} and b."validTo" + ${daysOfGrace} >= ${day}
      and w."id" = b."waveId" and ${takesThis}
    returning true`,
}

/** Stores the answer and uses up the code; false, and nothing is changed, when the code or the wave does not allow it. */
export function insertCodedResponse(row: ResponseRow, codeHash: string): Promise<Stored> {
  return insertByRight(row, code, codeHash)
}
