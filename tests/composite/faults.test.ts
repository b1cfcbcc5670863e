// Bad files are refused with every fault at once: what, where, how to mend.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildIndex } from '#lib/composite/build-index'
import { buildOptions } from '#lib/composite/build-options'
import { runIndexCommand } from '#lib/composite/command'

const meta = `Level,iCode,Parent,Direction,Weight,Type
1,a,G,1,1,Indicator
1,b,G,-1,2,Indicator
2,G,,1,1,Aggregate
,POP,,,,Denominator`
const data = `uCode,a,b,POP
X,1,4,10
Y,2,5,20
Z,3,9,30`

function faultsOf(change: { meta?: [string, string]; data?: [string, string]; options?: object }) {
  const spoil = (text: string, [from, to]: [string, string] = ['', '']) => text.replace(from, to)
  const { faults } = buildIndex(
    { file: 'D.csv', text: spoil(data, change.data) },
    { file: 'M.csv', text: spoil(meta, change.meta) },
    buildOptions.parse(change.options ?? {}),
  )
  return faults.map(({ where, en }) => `${where}: ${en}`)
}

it('finds no fault in good files', () => {
  expect(faultsOf({})).toEqual([])
})

it.each<[string, Parameters<typeof faultsOf>[0], string]>([
  [
    'a missing column of the structure',
    { meta: ['Direction', 'Dir'] },
    'M.csv, dòng 1: missing columns: Direction',
  ],
  ['a code twice', { meta: ['1,b,G', '1,a,G'] }, 'M.csv, dòng 3: code “a” already stands in line 2'],
  ['an orphan', { meta: ['1,b,G', '1,b,H'] }, 'M.csv, dòng 3: “b”: Parent “H” is no Aggregate'],
  ['a member without parent', { meta: ['1,b,G', '1,b,'] }, '“b” has no Parent'],
  ['a ring', { meta: ['2,G,,', '2,G,G,'] }, 'its Parent “G” must be on Level 3 (it is on 2)'],
  [
    'an aggregate without parts',
    { meta: ['2,G,,1,1,Aggregate', '2,G,,1,1,Aggregate\n2,H,,1,1,Aggregate'] },
    'no line names “H” as its Parent',
  ],
  ['a wrong direction', { meta: ['-1,2', '0,2'] }, '“b”: Direction must be 1'],
  ['a negative weight', { meta: ['-1,2', '-1,-2'] }, '“b”: Weight must not be negative'],
  ['an unknown type', { meta: ['Denominator', 'Size'] }, 'there is no Type “Size”'],
  ['a cell that is no number', { data: ['2,5', '2,n/a'] }, 'D.csv, dòng 3, cột b: “n/a” is not a number'],
  [
    'a file in UTF-16',
    { data: ['Y,2', 'Y\u0000,2'] },
    'D.csv: this is no UTF-8 text; save it as “CSV UTF-8”',
  ],
  ['a unit twice', { data: ['Y', 'X'] }, 'unit “X” already stands in line 2'],
  ['a column missing', { data: ['uCode,a,b', 'uCode,a,bb'] }, 'column “b” of the structure file is missing'],
  ['a short line', { data: ['Y,2,5,20', 'Y,2,5'] }, 'D.csv, dòng 3: 3 cells, but the head line has 4'],
  [
    'a denominator of zero',
    {
      options: { Denominate: { denomby: [{ iCode: 'a', Denominator: 'POP' }] } },
      data: ['20', '0'],
    },
    'denominator “POP” is 0 for Y',
  ],
  [
    'a geometric mean of zeros',
    { options: { Aggregate: { f_ag: 'a_gmean' } } },
    'Aggregate G: a_gmean cannot be taken',
  ],
  [
    'settings for the wrong number of levels',
    { options: { Aggregate: { dat_thresh: [0.5, 0.5] } } },
    '2 values, there must be 1',
  ],
  [
    'no unit left',
    {
      options: { Screen: { unit_screen: 'byzeros', nonzero_thresh: 1 } },
      data: ['X,1,4,10\nY,2,5,20\nZ,3,9,30', 'X,0,0,10'],
    },
    'no unit has enough data',
  ],
])('names %s', (_, change, sentence) => {
  expect(faultsOf(change).join('\n')).toContain(sentence)
})

it('names all faults at once', () => {
  const faults = faultsOf({ meta: ['1,b,G,-1,2', '1,b,H,7,x'], data: ['Y', 'X'] })
  expect(faults.length).toBeGreaterThanOrEqual(3)
})

it('reads semicolons with a decimal comma, and gaps written NA or left empty', () => {
  const text = 'uCode;a;b;POP\nX;1,5;4;10\nY;NA;5;20\nZ;3;;30'
  const { index } = buildIndex(
    { file: 'D.csv', text },
    { file: 'M.csv', text: meta },
    buildOptions.parse({ steps: [] }),
  )
  expect(index!.stages[0]!.stage.columns.get('a')).toEqual([1.5, Number.NaN, 3])
})

it('ends the command with 2 and writes nothing while a file has faults, and with 0 when it has none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'index-'))
  const [dataPath, metaPath, out] = ['D.csv', 'M.csv', 'out'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(metaPath, meta)
  writeFileSync(dataPath, data.replace('Y,2', 'Y,two'))
  const line = ['build', '--data', dataPath, '--meta', metaPath, '--out', out]
  const printed: string[] = []
  const run = (argv: string[]) => runIndexCommand(argv, (text) => printed.push(text))
  expect(await run(line)).toBe(2)
  expect(printed.join('')).toContain('D.csv, dòng 3, cột a: “two” không phải là số')
  expect(readdirSync(folder)).not.toContain('out')
  writeFileSync(dataPath, data)
  expect(await run([...line, '--screen', 'none', '--normalise', 'n_minmax', '--range', '1,10'])).toBe(0)
  expect(readdirSync(out)).not.toContain('Screened.csv')
  expect(readFileSync(join(out, 'Normalised.csv'), 'utf8')).toBe('uCode,a,b\nX,1,10\nY,5.5,8.2\nZ,10,1\n')
  expect(await run(['build', '--data', dataPath])).toBe(2)
  expect(await run([...line, '--aggregate', 'a_nonsense'])).toBe(2)
})
