// What an officer chooses for a draw, and the words and faults that belong to it. It is stored with the draw.
import { z } from 'zod'
import { groupBy } from '#lib/composite/group-by'
import { type Allocation, allocate, allocations } from '#lib/contacts/allocate'
import { drawMethods } from '#lib/contacts/draw-methods'
import type { DrawFault, DrawPlan } from '#lib/contacts/draw-sample'
import type { FrameLine } from '#lib/contacts/frame'
import { type StrataChoice, strataChoices } from '#lib/contacts/strata-choices'
import type { Sentence } from '#lib/problem'

export const drawSettings = z.object({
  method: z.enum(drawMethods),
  strata: z.enum(strataChoices),
  allocation: z.enum(allocations),
  /** People (clusters for `cluster`) to draw in all; null for `all`. */
  total: z.number().int().min(1).max(100_000).nullable(),
  /** Standard deviations by stratum for Neyman's allocation; where none is given all count the same. */
  deviations: z.record(z.string(), z.number().positive()).default({}),
  perCluster: z.number().int().min(1).max(10_000).nullable(),
})
export type DrawSettings = z.output<typeof drawSettings>

/** The stratum of the draw. The group of an invitation is (unit, group), so its part beside the unit is kept apart. */
export function stratumOf(choice: StrataChoice, unitId: string, group: string): string {
  if (choice === 'none') return ''
  if (choice === 'unit') return unitId
  return choice === 'group' ? group : group ? `${unitId} / ${group}` : unitId
}

/** How many to draw where. Throws RangeError when the total is less than the number of strata. */
export function planDraw(frame: readonly FrameLine[], settings: DrawSettings): DrawPlan {
  const { method, perCluster, total, allocation, deviations } = settings
  if (method === 'all' || total === null) return { method, sizes: {}, perCluster }
  const strata = [...groupBy(frame, ({ stratum }) => stratum)].map(([stratum, lines]) => ({
    stratum,
    population: method === 'cluster' ? new Set(lines.map(({ cluster }) => cluster)).size : lines.length,
    deviation: deviations[stratum],
  }))
  return { method, sizes: Object.fromEntries(allocate(strata, total, allocation as Allocation)), perCluster }
}

/** What a fault of a draw means and how to mend it. */
export function drawFaultSentence({ code, stratum, wanted, available }: DrawFault): Sentence {
  const [vi, en] = stratum ? [` ở tầng “${stratum}”`, ` in stratum “${stratum}”`] : ['', '']
  switch (code) {
    case 'nothing_to_draw':
      return { vi: 'Danh sách không có ai để chọn.', en: 'The list has nobody to draw from.' }
    case 'too_many':
      return {
        vi: `Muốn chọn ${wanted} nhưng chỉ có ${available}${vi}. Hãy giảm số cần chọn.`,
        en: `${wanted} are wanted but there are only ${available}${en}. Draw fewer.`,
      }
    case 'size_missing':
      return {
        vi: `Chọn theo quy mô (PPS) cần cột quy mô cho mọi dòng${vi}. Hãy bổ sung quy mô hoặc chọn cách khác.`,
        en: `Drawing by size (PPS) needs a size for every line${en}. Add the sizes or choose another method.`,
      }
    case 'cluster_missing':
      return {
        vi: `Chọn theo cụm cần tên cụm cho mọi dòng${vi}. Hãy bổ sung cột cụm hoặc chọn cách khác.`,
        en: `Drawing clusters needs a cluster for every line${en}. Add the clusters or choose another method.`,
      }
    case 'stratum_without_size':
      return {
        vi: `Chưa có số cần chọn${vi}. Tổng số phải ít nhất bằng số tầng.`,
        en: `No number to draw is known${en}. The total must be at least the number of strata.`,
      }
  }
}
