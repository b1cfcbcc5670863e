// A QR code as one SVG path: sharp at any size, no picture to load. Level Q still reads with a quarter of it dirty or torn.
import { create } from 'qrcode'

const quiet = 4 // modules of white that a reader needs around the code

/** The dark modules as a path in a square of `side` units, white border included. */
export function qrPath(text: string): { path: string; side: number } {
  const { data, size } = create(text, { errorCorrectionLevel: 'Q' }).modules
  const path = Array.from(data, (isDark, at) =>
    isDark ? `M${(at % size) + quiet} ${Math.floor(at / size) + quiet}h1v1h-1z` : '',
  ).join('')
  return { path, side: size + 2 * quiet }
}
