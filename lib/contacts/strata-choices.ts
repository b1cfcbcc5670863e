// What makes a stratum of a draw: nothing, the unit, the list's own group, or both.

export const strataChoices = ['none', 'unit', 'group', 'unit-group'] as const
export type StrataChoice = (typeof strataChoices)[number]
