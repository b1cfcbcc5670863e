// One study of a campaign through the function behind the effect page, from a district to a whole country: seconds of processor,
// memory, and how long the longest step keeps everybody else waiting. Seven areas, nine channels, three waves.
import { simulateDistrict } from '#lib/effects/simulated-district'
import { studyEffectInSteps } from '#lib/effects/study-effect'
import type { StudyInput } from '#lib/effects/study-input'
import { staggeredDistrict } from '../effects/district-plans'

export const name = 'effects'

const sizes = [
  { communes: 9, villages: 3, answers: 12, repeats: 10 },
  { communes: 62, villages: 3, answers: 12, repeats: 3 },
  { communes: 3321, villages: 3, answers: 17, repeats: 1 },
]

export function run() {
  return sizes.map(({ repeats, ...size }) => {
    const before = process.memoryUsage().rss
    const study = makeStudy(size)
    const withAnswers = process.memoryUsage().rss
    const runs = Array.from({ length: repeats }, () => timeSteps(study))
    const best = runs.reduce((least, one) => (one.processor < least.processor ? one : least))
    const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)
    return {
      communes: size.communes,
      answers: study.waves.reduce((sum, wave) => sum + wave.answers.unit.length, 0),
      'first, ms of processor': Math.round(runs[0]!.processor),
      'best of repeats, ms of processor': Math.round(best.processor),
      'longest step, ms': Math.round(best.longest),
      'answers in memory, MiB': megabytes(withAnswers - before),
      'peak memory, MiB': megabytes(process.resourceUsage().maxRSS * 1024),
    }
  })
}

function makeStudy({ communes, villages, answers }: Record<'communes' | 'villages' | 'answers', number>) {
  const { input } = simulateDistrict({
    ...staggeredDistrict,
    seed: 1,
    starts: Array.from({ length: communes }, (_, at) => [1, 2, null][at % 3]!),
    villages,
    answers,
    areas: Array.from({ length: 7 }, (_, at) => `area${at}`),
    channels: Array.from({ length: 9 }, (_, at) => ({
      ...{ ...staggeredDistrict.channels[at % 2]!, code: `channel${at}` },
      lift: { area0: 0.1, area1: 0.1 },
    })),
  })
  return compact(input)
}

/** Codes as the database gives them. */
function compact(input: StudyInput): StudyInput {
  const waves = input.waves.map((wave) => {
    const columns = Object.entries(wave.answers.codes)
    const codes = Object.fromEntries(columns.map(([name, column]) => [name, Int16Array.from(column)]))
    return { ...wave, answers: { ...wave.answers, codes } }
  })
  return { ...input, waves }
}

function timeSteps(study: StudyInput) {
  const start = process.cpuUsage()
  const steps = studyEffectInSteps(study)
  let longest = 0
  for (;;) {
    const from = performance.now()
    const { done } = steps.next()
    longest = Math.max(longest, performance.now() - from)
    if (done) break
  }
  const { user, system } = process.cpuUsage(start)
  return { processor: (user + system) / 1000, longest }
}
