import { describe, expect, it } from 'vitest'
import { drawChart } from '#lib/reports/draw-chart'
import { changeOfUnits, labels, levelCells, publishedCells } from '../support/golden-cells'

/** Width and height as the PNG file says them. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]
const access = levelCells.filter(({ criterion }) => criterion === 'access')

describe('drawChart', () => {
  it.each([
    ['heat-map', levelCells],
    ['ranking', access],
    ['change', changeOfUnits],
    ['series', publishedCells],
  ])('draws %s as PNG with two pixels for each of its own', (name, cells) => {
    const picture = drawChart(name, cells, labels)!
    expect(picture.png.subarray(1, 4).toString()).toBe('PNG')
    expect(sizeOf(picture.png)).toEqual([picture.width * 2, picture.height * 2])
  })

  it('gives the same picture for the same cells and another for others', () => {
    const draw = (cells = access) => drawChart('ranking', cells, labels)!.png
    expect(draw().equals(draw())).toBe(true)
    expect(draw(access.map((cell) => ({ ...cell, value: (cell.value ?? 0) / 2 }))).equals(draw())).toBe(false)
  })

  it('writes letters: names change the picture, so a font is there', () => {
    const draw = (name: string) =>
      drawChart('ranking', access, { ...labels, units: { hau: name, son: 'B', huu: 'C' } })!.png
    expect(draw('Xã ẵẨ').equals(draw('Xã ẫẦ'))).toBe(false)
  })

  it('draws nothing it may not draw', () => {
    expect(drawChart('ranking', changeOfUnits, labels)).toBeNull()
    expect(drawChart('nix', access, labels)).toBeNull()
  })
})
