// Why a winner gets no prize; the database keeps the same list.
export const passReasons = ['unreached', 'declined', 'not-entitled', 'withdrawn'] as const
export type PassReason = (typeof passReasons)[number]
