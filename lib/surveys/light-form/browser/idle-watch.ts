// Notices that nobody has touched the device for a while. Rests until it is told to watch.

const signs = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const

export class IdleWatch {
  private touchedAt = Date.now()
  private timer: ReturnType<typeof setInterval> | undefined

  constructor(
    private readonly milliseconds: number,
    private readonly onIdle: () => void,
  ) {
    const touch = () => {
      this.touchedAt = Date.now()
    }
    for (const sign of signs) addEventListener(sign, touch, { passive: true, capture: true })
    // A page that comes back from the background has been alone in the meantime.
    document.addEventListener('visibilitychange', () => this.look())
    addEventListener('pageshow', () => this.look())
  }

  /** From now on, counted from now. */
  watch(): void {
    this.rest()
    this.touchedAt = Date.now()
    this.timer = setInterval(() => this.look(), 1000)
  }

  rest(): void {
    clearInterval(this.timer)
    this.timer = undefined
  }

  private look(): void {
    if (this.timer === undefined || Date.now() - this.touchedAt < this.milliseconds) return
    this.rest()
    this.onIdle()
  }
}
