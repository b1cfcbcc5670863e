// What an officer can choose for a wave. The database keeps the same lists (prisma/migrations, rules).

/** By what right citizens may answer beside a drawn sample; a wave of delegates takes invitations only. */
export const citizenEntries = ['open', 'visit-code'] as const

/** none: whoever scans the code answers; clusters: villages were drawn by lot and carry weights. */
export const waveDesigns = ['none', 'clusters'] as const

/** Which page delegates answer on: the light form, or SurveyJS' own for long forms. Citizens always get the light form where it can show the form. */
export const renderers = ['light', 'surveyjs'] as const
export type Renderer = (typeof renderers)[number]
