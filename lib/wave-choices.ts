// What an officer can choose for a wave. The database keeps the same lists (prisma/migrations, rules).

/** How an answer comes in. */
export const waveModes = ['self', 'kiosk', 'assisted', 'paper'] as const

/** none: whoever scans the code answers; clusters: villages were drawn by lot and carry weights. */
export const waveDesigns = ['none', 'clusters'] as const
