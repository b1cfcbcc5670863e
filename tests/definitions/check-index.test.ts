// Each fault is made on purpose in an index that is otherwise right: it must be named, with its place, and nothing else.
import { expect, test } from 'vitest'
import { checkIndex } from '#lib/definitions/check-index'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import type { SurveySource } from '#lib/definitions/index-source'
import type { SeriesFile } from '#lib/definitions/series-file'
import { smallForm, smallIndex } from './small-definitions'

const areas = [
  {
    slug: 'small',
    version: 1,
    body: {
      $schema: '',
      slug: 'small',
      version: 1,
      title: { vi: 'a', en: 'a' },
      areas: ['procedures'].map((code) => ({
        code,
        name: { vi: 'a', en: 'a' },
        short: { vi: 'a', en: 'a' },
        about: { vi: 'a', en: 'a' },
      })),
    },
  },
]

type Parts = { index: IndexFile; service: Criterion; work: Criterion; source: SurveySource }

/** Another version of the same index, for sources that read it. */
const others = [{ slug: 'small', version: 2, body: { ...smallIndex(), version: 2 } }]

function faultsOf(spoil: (parts: Parts) => void) {
  const index = smallIndex()
  const [service, work] = index.criteria as [Criterion, Criterion]
  spoil({ index, service, work, source: service.source as SurveySource })
  const forms = [{ slug: 'small', version: 1, body: smallForm() }]
  return checkIndex(index, { forms, areas, indexes: others, series: [] })
}

test('an index without fault has none', () => {
  expect(faultsOf(() => {})).toEqual([])
})

test('weights that do not add up to 1 are named with their sum', () => {
  const faults = faultsOf(({ work }) => {
    work.weight = 0.3
  })
  expect(faults).toMatchObject([
    { code: 'weights_sum', where: 'criteria', en: 'The weights add up to 0.9, they must add up to 1.' },
  ])
})

test('points that do not add up to the parent or to the scale are named', () => {
  const faults = faultsOf(({ service, work }) => {
    for (const one of [service, work]) one.weight = undefined
    service.max = 60
    work.max = 50
  })
  expect(faults).toMatchObject([
    { code: 'points_sum', where: 'criteria', en: 'The points add up to 110, they must add up to 100.' },
    {
      code: 'points_sum',
      where: 'criteria.1.children',
      en: 'The points add up to 4, they must add up to 50.',
    },
  ])
})

test('weights beside points are named', () => {
  const faults = faultsOf(({ service }) => {
    service.weight = undefined
    service.max = 6
  })
  expect(faults).toMatchObject([{ code: 'weight_or_max', where: 'criteria' }])
})

test('the same criterion code twice, at any depth, is named', () => {
  const faults = faultsOf(({ work }) => {
    work.children![0]!.code = 'service'
  })
  expect(faults).toMatchObject([{ code: 'duplicate_code', en: expect.stringContaining('“service”') }])
})

test('a criterion with children and a source, or with neither, is named', () => {
  const faults = faultsOf(({ service, work }) => {
    service.source = undefined
    work.source = { entered: { max: 10 } }
  })
  expect(faults).toMatchObject([
    { code: 'children_or_source', where: 'criteria.0' },
    { code: 'children_or_source', where: 'criteria.1' },
  ])
})

test('an area that is in no areas file is named', () => {
  const faults = faultsOf(({ service }) => {
    service.area = 'procedure'
  })
  expect(faults).toMatchObject([{ code: 'unknown_area', where: 'criteria.0.area' }])
})

test('a form, a version and a variable that do not exist are named', () => {
  expect(
    faultsOf(({ source }) => {
      source.form = 'smal'
    }),
  ).toMatchObject([{ code: 'unknown_form', where: 'criteria.0.source.form' }])
  expect(
    faultsOf(({ source }) => {
      source.versions = [1, 2]
    }),
  ).toMatchObject([
    { code: 'unknown_form', where: 'criteria.0.source.versions', en: expect.stringContaining('2') },
  ])
  expect(
    faultsOf(({ source }) => {
      source.variables = ['rate_place', 'rate_stuff', 'rate_place']
    }).map((fault) => `${fault.code}: ${fault.en}`),
  ).toEqual([
    'duplicate_code: Variable “rate_place” appears more than once.',
    'unknown_variable: Form small.v1 has no variable “rate_stuff”.',
  ])
})

test('points must cover exactly the allowed values, each missing and each extra value is named', () => {
  const faults = faultsOf(({ source }) => {
    source.points = { 1: 0, 2: 0.5, 4: 1, 98: null }
  })
  expect(faults.map((fault) => fault.en)).toEqual([
    'No points for value “3” of small.v1: rate_place.',
    'Points are given for “4”, which small.v1: rate_place does not offer.',
    'No points for value “3” of small.v1: rate_staff.',
    'Points are given for “4”, which small.v1: rate_staff does not offer.',
  ])
})

test('points that contradict the right answer of the form are named', () => {
  for (const points of [
    { 1: 1, 2: 0, 98: 0 },
    { 1: 0, 2: 1, 98: 0.5 },
    { 1: 0, 2: 0, 98: 0 },
  ]) {
    const faults = faultsOf(({ work }) => {
      ;(work.children![1]!.source as SurveySource).points = points
    })
    expect(faults).toMatchObject([{ code: 'right_answer', where: 'criteria.1.children.1.source.points' }])
  }
})

test('bands that do not rise from the bottom of the scale are named', () => {
  for (const starts of [
    [0, 60, 50],
    [10, 60],
    [0, 120],
  ]) {
    const faults = faultsOf(({ index }) => {
      index.bands = starts.map((from) => ({ name: { vi: 'a', en: 'a' }, from }))
    })
    expect(faults, starts.join()).toMatchObject([{ code: 'bands' }])
  }
})

test('all faults of an index come at once', () => {
  const codes = faultsOf(({ index, service, work, source }) => {
    service.weight = 0.5
    service.area = 'nowhere'
    source.variables = ['rate_nothing']
    work.children![0]!.code = 'service'
    index.bands = [{ name: { vi: 'a', en: 'a' }, from: 5 }]
  }).map((fault) => fault.code)
  expect(codes.sort()).toEqual(['bands', 'duplicate_code', 'unknown_area', 'unknown_variable', 'weights_sum'])
})

test('an index that is made of itself is refused, through another index or through a series that publishes it', () => {
  const index = smallIndex()
  index.criteria[0]!.source = { index: 'other', version: 1 }
  const other = { ...smallIndex(), slug: 'other' }
  const series = (slug: string) => ({
    slug: 'yearly',
    version: 1,
    body: { slug: 'yearly', index: slug, dimensions: [] } as unknown as SeriesFile,
  })
  const around = (published: string) => ({
    forms: [{ slug: 'small', version: 1, body: smallForm() }],
    areas,
    indexes: [{ slug: 'other', version: 1, body: other }],
    series: [series(published)],
  })
  expect(checkIndex(index, around('none'))).toEqual([])
  other.criteria[0]!.source = { index: 'small', version: 1 }
  expect(checkIndex(index, around('none'))).toMatchObject([
    { code: 'circular_source', en: expect.stringContaining('small.v1 → other.v1 → small.v1') },
  ])
  other.criteria[0]!.source = { external: { series: 'yearly', full: 100 } }
  expect(checkIndex(index, around('small'))).toMatchObject([
    { code: 'circular_source', en: expect.stringContaining('small.v1 → other.v1 → small.v1') },
  ])
  index.criteria[0]!.source = { external: { series: 'yearly', full: 100 } }
  expect(checkIndex(index, around('small'))).toMatchObject([
    { code: 'circular_source', en: expect.stringContaining('small.v1 → small.v1') },
  ])
  expect(checkIndex(index, around('another'))).toEqual([])
})
