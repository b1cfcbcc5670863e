'use server'
// Looks a typed receipt number up, for people without a script or without their receipt file. Slowed down against guessing,
// although nobody will ever guess 122 random bits: what it saves is the database.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { findReceipt } from '#lib/flows/find-receipt'
import type { FoundReceipt } from '#lib/ledger/found-receipt'
import { problems } from '#lib/problem'
import { action } from '../../_server/action'
import { readAddress } from '../../_server/read-address'
import { textFields } from '../../_server/text-fields'

const limiter = new RateLimiterMemory({ keyPrefix: 'receipts looked up', points: 60, duration: 600 })

export const lookUpReceipt = action<FoundReceipt>(async (actor, form) => {
  await limiter.consume(await readAddress()).catch((reached: unknown) => {
    if (!(reached instanceof RateLimiterRes)) throw reached
    throw problems.tooManyRequests({ retryAfterSeconds: Math.ceil(reached.msBeforeNext / 1000) })
  })
  return findReceipt(actor, textFields(form, ['wave', 'receipt']))
})
