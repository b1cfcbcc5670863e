// A pause between two attempts that ends early when the network is back or somebody asks for it.

/** `onWaiting` is given what ends the pause at once. */
export function pauseUntilOnline(
  milliseconds: number,
  onWaiting: (tryNow: () => void) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const tryNow = () => {
      clearTimeout(timer)
      removeEventListener('online', tryNow)
      resolve()
    }
    const timer = setTimeout(tryNow, milliseconds)
    addEventListener('online', tryNow)
    onWaiting(tryNow)
  })
}
