// The only way into a lane. What is no id is refused here, for every lane at once.
import type PgBoss from 'pg-boss'
import type { JobOrder } from '#lib/jobs/lane'

const id = /^[\w.:-]{0,64}$/

/** Adds the jobs that are not known yet. Throws RangeError when data are more than ids. */
export async function queueJobs(store: PgBoss, orders: JobOrder[]): Promise<void> {
  for (const { lane, data } of orders)
    for (const [name, value] of Object.entries(data))
      if (!id.test(value)) throw new RangeError(`a job of lane ${lane} may hold ids only: ${name} is none`)
  if (orders.length === 0) return
  await store.insert(
    orders.map((order) => ({
      name: order.lane,
      data: order.data,
      ...(order.id ? { id: order.id } : {}),
      ...(order.startAfter ? { startAfter: order.startAfter.toISOString() } : {}),
    })),
  )
}
