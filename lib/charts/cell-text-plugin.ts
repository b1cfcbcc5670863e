// Writes a text into every cell or bar and hatches those without a number, so that no one needs colours to read a chart
// and nobody takes an empty cell for a zero. It reads two arrays of its dataset, `texts` and `isHatched`.
import type { Chart, Plugin } from 'chart.js'
import { palette } from '#lib/charts/palette'

export type CellText = { text: string; ink: string; isHatched: boolean }

type Box = { left: number; top: number; width: number; height: number }

/** `texts`: one entry per point of the first dataset. `place`: inside the element's box, or behind a bar's start. */
export function cellTextPlugin(texts: readonly CellText[], place: 'inside' | 'row'): Plugin {
  return {
    id: 'cell-text',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      ctx.save()
      ctx.textBaseline = 'middle'
      for (const [at, text] of texts.entries()) {
        const box = boxOf(chart, at, place)
        if (!box) continue
        if (text.isHatched) hatch(ctx, box)
        write(ctx, box, text, place)
      }
      ctx.restore()
    },
  }
}

/** The rectangle of a matrix cell, or the row of a horizontal bar across the whole chart. */
function boxOf(chart: Chart, at: number, place: 'inside' | 'row'): Box | undefined {
  const element = chart.getDatasetMeta(0).data[at]
  if (!element) return undefined
  const { x, y, width, height } = element.getProps(['x', 'y', 'width', 'height'], true) as unknown as Record<
    'x' | 'y' | 'width' | 'height',
    number
  >
  if (place === 'inside') return { left: x, top: y, width, height }
  const { left, right } = chart.chartArea
  return { left, top: y - height / 2, width: right - left, height }
}

function hatch(ctx: CanvasRenderingContext2D, { left, top, width, height }: Box): void {
  ctx.save()
  ctx.beginPath()
  ctx.rect(left, top, width, height)
  ctx.clip()
  ctx.strokeStyle = palette.hatch
  ctx.lineWidth = 1
  ctx.beginPath()
  for (let x = left - height; x < left + width; x += 7) {
    ctx.moveTo(x, top + height)
    ctx.lineTo(x + height, top)
  }
  ctx.stroke()
  ctx.restore()
}

function write(
  ctx: CanvasRenderingContext2D,
  box: Box,
  { text, ink, isHatched }: CellText,
  place: string,
): void {
  const size = Math.max(9, Math.min(13, box.height * 0.42))
  ctx.font = `${size}px system-ui, sans-serif`
  const isInside = place === 'inside'
  const fits = !isInside || ctx.measureText(text).width <= box.width - 4
  const shown = fits ? text : '–'
  const width = ctx.measureText(shown).width
  const x = isInside ? box.left + box.width / 2 - width / 2 : box.left + 8
  const y = box.top + box.height / 2
  if (isHatched) {
    ctx.fillStyle = palette.noData
    ctx.fillRect(x - 3, y - size * 0.7, width + 6, size * 1.4)
  }
  ctx.fillStyle = ink
  ctx.fillText(shown, x, y + 0.5)
}
