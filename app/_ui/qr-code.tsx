// A QR code on a page.
import { qrPath } from '#lib/qr-path'

export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, side } = qrPath(text)
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
