import { expect, it } from 'vitest'
import { shadeOf, type Tile, tileGrid } from '#lib/campaigns/tile-grid'

const units = ['Xã C', 'Xã A', 'Xã B'].map((name) => ({ id: name, name }))
const places = (tiles: Record<string, Tile>) =>
  tileGrid(units, new Map(Object.entries(tiles))).map(({ id, row, column }) => [id, row, column])

it('puts units where the file says, moved to the upper left corner', () => {
  expect(
    places({
      'Xã A': { row: 2, column: 3 },
      'Xã B': { row: 3, column: 2 },
      'Xã C': { row: 4, column: 2 },
    }),
  ).toEqual([
    ['Xã C', 3, 1],
    ['Xã A', 1, 2],
    ['Xã B', 2, 1],
  ])
})

it('falls back to a grid by name where the file says nothing, and never puts two units on one tile', () => {
  expect(places({})).toEqual([
    ['Xã A', 1, 1],
    ['Xã B', 1, 2],
    ['Xã C', 1, 3],
  ])
  const one = { row: 1, column: 1 }
  expect(places({ 'Xã A': one, 'Xã C': one })).toEqual([
    ['Xã C', 1, 1],
    ['Xã A', 2, 1],
    ['Xã B', 2, 2],
  ])
})

it('shades by quarters of the largest value, and leaves nothing white', () => {
  expect([0, 1, 25, 26, 75, 100].map((value) => shadeOf(value, 100))).toEqual([0, 1, 1, 2, 3, 4])
  expect(shadeOf(0, 0)).toBe(0)
})
