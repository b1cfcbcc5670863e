'use client'
// The one door to Chart.js: it draws what lib/charts builds from cells, fits its box, saves a picture, and stands still
// for people who ask for less motion.
import { type Chart as ChartInstance, Chart as ChartJs } from 'chart.js'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Chart as ReactChart } from 'react-chartjs-2'
import type { ChartLabels } from '#lib/charts/chart-definition'
import { chartParts } from '#lib/charts/chart-parts'
import { findChart } from '#lib/charts/registry'
import type { Cell } from '#lib/scoring/cell'
import style from './chart.module.css'

ChartJs.register(...chartParts)

type Props = {
  chart: string
  cells: Cell[]
  labels: ChartLabels
  /** What the picture shows, for people who do not see it; the table beneath carries the numbers. */
  description: string
  /** File name of the picture, without ending. */
  fileName: string
  saveLabel: string
}

export function Chart({ chart: name, cells, labels, description, fileName, saveLabel }: Props) {
  const chart = findChart(name)
  const drawn = useRef<ChartInstance>(null)
  const isStill = useReducedMotion()
  const config = useMemo(() => chart?.build(cells, labels), [chart, cells, labels])
  if (!chart || !config) return null
  return (
    <div className={style.chart}>
      {/* A box that scrolls must be reachable by keyboard, hence the tab stop and the name. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a group that scrolls, no set of fields; a region would double its section */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard has to reach what scrolls */}
      <div className={style.scroll} role="group" aria-label={description} tabIndex={0}>
        <div style={{ height: chart.height(cells), minWidth: chart.minimumWidth(cells) }}>
          <ReactChart
            // The plugins of a configuration are fixed when a chart is made: other cells, another chart.
            key={JSON.stringify([name, cells.length, labels.locale, cells[0]?.criterion, cells[0]?.unit])}
            ref={drawn as never}
            type={config.type}
            data={config.data as never}
            options={{ ...config.options, animation: isStill ? false : { duration: 300 } } as never}
            plugins={config.plugins as never}
            role="img"
            aria-label={description}
          />
        </div>
      </div>
      <button
        type="button"
        className={`link-button ${style.save}`}
        onClick={() => savePicture(drawn.current, fileName)}
      >
        {saveLabel}
      </button>
    </div>
  )
}

/** True until we know better: no motion is the safe start, and the first drawing is the same on server and client. */
function useReducedMotion(): boolean {
  const [isReduced, setReduced] = useState(true)
  useEffect(() => {
    const query = window.matchMedia('(prefers-reduced-motion: reduce)')
    const read = () => setReduced(query.matches)
    read()
    query.addEventListener('change', read)
    return () => query.removeEventListener('change', read)
  }, [])
  return isReduced
}

/** The canvas on white paper as PNG: a transparent picture would be black in a report. */
function savePicture(chart: ChartInstance | null, fileName: string) {
  if (!chart) return
  const page = document.createElement('canvas')
  page.width = chart.canvas.width
  page.height = chart.canvas.height
  const context = page.getContext('2d')
  if (!context) return
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, page.width, page.height)
  context.drawImage(chart.canvas, 0, 0)
  const link = document.createElement('a')
  link.href = page.toDataURL('image/png')
  link.download = `${fileName}.png`
  link.click()
}
