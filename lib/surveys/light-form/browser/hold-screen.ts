// Full screen and a screen that stays awake, where the browser can. Both need a touch to begin, so every touch asks again
// for what has been lost.

export function holdScreen(): void {
  addEventListener('pointerdown', takeScreen)
  takeScreen()
}

export async function releaseScreen(): Promise<void> {
  removeEventListener('pointerdown', takeScreen)
  if (document.fullscreenElement) await document.exitFullscreen()
}

function takeScreen(): void {
  if (!document.fullscreenElement)
    document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => {})
  if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {})
}
