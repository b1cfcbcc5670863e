// A chart of lib/charts as a picture, drawn without a browser: the same configuration as on the page. The font comes with
// the project, because a server may have none.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { Chart } from 'chart.js'
import type { ChartLabels } from '#lib/charts/chart-definition'
import { chartParts } from '#lib/charts/chart-parts'
import { findChart } from '#lib/charts/registry'
import type { Cell } from '#lib/scoring/cell'

Chart.register(...chartParts)

/** Looked up when the server runs: a bundler that sees the path would try to bundle the font. */
const fontFile = () =>
  createRequire(join(process.cwd(), 'package.json')).resolve(
    ['dejavu-fonts-ttf', 'ttf', 'DejaVuSans.ttf'].join('/'),
  )
const families = ['system-ui', 'sans-serif']
let isReady = false

export type Picture = { png: Buffer; width: number; height: number }

/** Draws the chart of that name with two pixels for each of its own; null when it does not accept the cells. */
export function drawChart(name: string, cells: Cell[], labels: ChartLabels, width = 640): Picture | null {
  const chart = findChart(name)
  if (!chart?.accepts(cells)) return null
  if (!isReady) for (const family of families) GlobalFonts.registerFromPath(fontFile(), family)
  isReady = true
  const height = chart.height(cells)
  const canvas = createCanvas(width, height)
  const { plugins = [], options, ...config } = chart.build(cells, labels)
  const drawn = new Chart(
    canvas as never,
    {
      ...config,
      options: {
        ...options,
        animation: false,
        responsive: false,
        devicePixelRatio: 2,
      },
      plugins: [paper, ...plugins],
    } as never,
  )
  const png = canvas.toBuffer('image/png')
  drawn.destroy()
  return { png, width, height }
}

/** White paper behind the picture: a transparent one would be black in some readers. */
const paper = {
  id: 'paper',
  beforeDraw(chart: Chart) {
    chart.ctx.save()
    chart.ctx.fillStyle = '#ffffff'
    chart.ctx.fillRect(0, 0, chart.width, chart.height)
    chart.ctx.restore()
  },
}
