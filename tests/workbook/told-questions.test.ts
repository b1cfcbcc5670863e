import { describe, expect, it } from 'vitest'
import type { CountedQuestion } from '#lib/scoring/score-answers'
import { tellAnswers } from '#lib/workbook/told-questions'
import { codebook, index, makePeople, sampleOf } from '../support/made-up-survey'
import { workbookInputOf, workbookOf } from '../support/workbook-of'

const question = (n: number): CountedQuestion => ({
  variable: codebook[0]!,
  values: [{ value: 1, points: 1, n, weighted: n }],
})
const unit = (ns: number[], status: 'ok' | 'too-few' = 'ok', isTotal = false) => ({
  isTotal,
  questions: ns.map(question),
  cell: { status },
})

describe('telling answers option by option', () => {
  it('tells all units and their total where nobody is few', () => {
    const units = [unit([40, 35]), unit([50, 0]), unit([90, 35], 'ok', true)]
    expect(tellAnswers(units, 30)).toEqual([true, true, true])
  })

  it('tells neither a withheld unit nor the total that would give it away', () => {
    const units = [unit([40]), unit([5], 'too-few'), unit([60], 'too-few'), unit([105], 'ok', true)]
    expect(tellAnswers(units, 30)).toEqual([true, false, false, false])
  })

  it('tells nobody where a unit has a question that few answered', () => {
    const units = [unit([40, 3]), unit([50, 45]), unit([90, 48], 'ok', true)]
    expect(tellAnswers(units, 30)).toEqual([false, false, false])
  })
})

describe('a wave in which one unit has few answers', () => {
  const units = ['a', 'b', 'c', 'd']
  const people = makePeople({ seed: 3, units, villages: 6, people: 9 }).filter(
    ({ unit, cluster }) => unit !== 'b' || cluster === 'v0',
  )
  const sample = sampleOf(people)
  const input = { index, samples: new Map([[sample.form.slug, sample]]), entered: new Map() }
  const made = workbookInputOf(input, units, true)

  it('keeps its answers and every total that holds them out of the file', () => {
    const [, b, , , total] = made.units
    expect(b!.questions.size).toBe(0)
    expect(total!.questions.size).toBe(0)
    const raw = workbookOf(input, units).find(({ name }) => name === '1 Số liệu')!
    const column = raw.rows[1]!.findIndex((cell) => typeof cell === 'object' && cell?.value === 'Xã b')
    const answers = raw.rows.slice(2).filter((row) => row[0] !== 'online')
    for (const row of answers) expect(row[column]).toMatchObject({ value: 'ẩn' })
  })

  it('hides another unit with it, so that the total does not tell its share', () => {
    const hidden = made.units.filter(({ cells }) =>
      cells.some(({ criterion, status }) => criterion === 'access' && status === 'too-few'),
    )
    expect(hidden.map(({ id }) => id)).toContain('b')
    expect(hidden.length).toBeGreaterThan(1)
    for (const { questions } of hidden) expect([...questions.keys()]).not.toContain(' access')
  })
})
