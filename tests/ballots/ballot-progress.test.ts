import { describe, expect, it } from 'vitest'
import { shownCount, shownProgress } from '#lib/ballots/ballot-progress'

const group = { unitId: 'u', stratum: '', invited: 12 }

describe('the progress of a group', () => {
  it('looks the same before and after one more person has answered, but at the end of a step', () => {
    const shown = Array.from({ length: 13 }, (_, issued) =>
      shownProgress({ ...group, issued, cast: issued, isOpened: false }),
    )
    const changes = shown.filter((one, at) => at > 0 && one.issued.from !== shown[at - 1]!.issued.from)
    expect(changes.map(({ issued }) => issued)).toEqual([{ from: 5, to: 12 }])
    expect(shown[7]!.cast).toEqual({ from: 5, to: 12 })
  })

  it('is exact once the box is open, so that more ballots than tokens would show', () => {
    expect(shownProgress({ ...group, issued: 7, cast: 8, isOpened: true })).toEqual({
      ...group,
      issued: { from: 7, to: 7 },
      cast: { from: 8, to: 8 },
    })
  })

  it('says nothing of a group that has fewer than two steps of people', () => {
    expect([0, 3, 8].map((count) => shownCount(count, 8))).toEqual(Array(3).fill({ from: 0, to: 8 }))
  })
})
