// A QR code as one SVG path: sharp at any size, no picture to load. Level Q still reads with a quarter of it dirty or torn.
import { create } from 'qrcode'

const quiet = 4 // modules of white that a reader needs around the code

export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = create(text, { errorCorrectionLevel: 'Q' }).modules
  const path = Array.from(data, (isDark, at) =>
    isDark ? `M${(at % size) + quiet} ${Math.floor(at / size) + quiet}h1v1h-1z` : '',
  ).join('')
  const side = size + 2 * quiet
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
