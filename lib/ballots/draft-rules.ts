// What the server takes as a sealed draft. All drafts are as long as some others, so that the length tells next to nothing.

/** Plaintext is padded to whole steps; sealing adds its nonce and tag (AES-GCM) and at most a few bytes more. */
export const draftStep = 4096
const mostSealing = 64
const mostSteps = 64

/** Days from the last save until it is deleted. */
export const daysKept = 30

/** In the whole installation. */
export const mostDrafts = 100_000

/** base64url of 32 bytes. */
export const isDraftId = (id: string) => /^[\w-]{43}$/.test(id)

/** A whole number of steps and a little. */
export const isDraftSize = (length: number) =>
  length >= draftStep && length <= mostSteps * draftStep + mostSealing && length % draftStep <= mostSealing
