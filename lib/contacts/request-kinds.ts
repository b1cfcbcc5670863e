// What people may ask about their own data, and how a request comes in.

export const requestKinds = ['access', 'correction', 'erasure', 'withdrawal', 'objection'] as const
export type RequestKind = (typeof requestKinds)[number]

/** Through the link of a mail, by telephone, by letter, in person. */
export const requestChannels = ['link', 'phone', 'letter', 'visit'] as const
export type RequestChannel = (typeof requestChannels)[number]

/** What an officer does with a request. */
export const requestSteps = ['answer', 'done', 'extend', 'refuse'] as const
export type RequestStep = (typeof requestSteps)[number]
