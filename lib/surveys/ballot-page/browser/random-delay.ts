// How long a finished ballot waits before it goes: equally likely any moment up to the longest, from the browser's
// cryptographic random numbers, so that the time of arrival does not tell who has just been seen answering.

/** Milliseconds, 0 up to `longest`. */
export function randomDelay(longest: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return Math.floor((drawn / 2 ** 32) * longest)
}
