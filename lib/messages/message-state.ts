// What can become of a message, and why one is not sent. The reasons are stored as these codes and shown as sentences.
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
