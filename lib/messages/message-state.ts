// What can become of a message, and why one is not sent. The reasons are stored as these codes and shown as sentences.
import type { MessageKind } from '#lib/messages/template'

export const skipReasons = [
  'opted-out',
  'erased',
  'no-address',
  'undeliverable',
  'used',
  'revoked',
  'wave-over',
  'cancelled',
] as const
export type SkipReason = (typeof skipReasons)[number]

export type MessageState = 'planned' | 'sent' | 'bounced' | 'failed' | 'skipped'

/**
 * Whether it may be known who was sent one. A reminder goes to those who have not answered: an address that is marked as
 * refused after it, or a mail that comes back, would name somebody who had not.
 * @example
 * tellsNothing('last-call') // => true: it goes to everybody
 */
export const tellsNothing = (kind: MessageKind): boolean => kind !== 'reminder'
