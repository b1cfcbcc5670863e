// What judging one set of answers costs: our compiled checks against a fresh SurveyModel, and what a compiled form and a
// model keep in memory. For the published forms and all samples, those that only a SurveyModel can judge too (behind our gate
// of shapes, so that they cost more than the model alone). Memory needs `node --expose-gc`; without it those columns are
// empty.
import { readdirSync, readFileSync } from 'node:fs'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { checkAnswers } from '#lib/surveys/check-answers'
import { type CompiledForm, compileForm } from '#lib/surveys/compile-form'
import { openSurvey } from '#lib/surveys/open-survey'
import { sampleAnswers } from '#lib/surveys/sample-answers'

export const name = 'check-answers'

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

const folders = { published: '../../surveys/forms/', sample: '../surveys/forms/' }

export function run() {
  return Object.entries(folders).flatMap(([kind, folder]) =>
    readdirSync(new URL(folder, import.meta.url)).map((file) => {
      const json = read(folder + file)
      return measure(`${file.replace('.json', '')} (${kind})`, kind === 'published' ? json.form : json)
    }),
  )
}

function measure(form: string, json: unknown) {
  const compiled = compileForm(json)
  const random = xoroshiro128plus(7)
  const answers = Array.from({ length: 20 }, () => sampleAnswers(compiled, random))
  const rounds = compiled.checker === 'compiled' ? 200 : 1
  const ours = timed(answers, rounds, (one) => checkAnswers(compiled, one))
  const theirs = timed(answers, 1, (one) => judge(json, one))
  return {
    form,
    checker: compiled.checker,
    questions: compiled.form.questions.length,
    columns: compiled.codebook.length,
    'ours, µs': Math.round(ours * 1000),
    'SurveyModel, µs': Math.round(theirs * 1000),
    'times faster': Number((theirs / ours).toFixed(1)),
    'compiled form, kB': kept((): CompiledForm => compileForm(json)),
    'SurveyModel, kB': kept(() => openSurvey(json)),
  }
}

function judge(json: unknown, answers: Record<string, unknown>): unknown {
  const survey = openSurvey(json)
  survey.data = structuredClone(answers)
  survey.validate(true)
  survey.doComplete(true)
  return survey.data
}

/** Milliseconds a run, after a warm-up. */
function timed<Item>(items: Item[], rounds: number, run: (item: Item) => unknown): number {
  items.forEach(run)
  const start = performance.now()
  for (let round = 0; round < rounds; round++) items.forEach(run)
  return (performance.now() - start) / (rounds * items.length)
}

/** Kilobytes of heap that ten of them keep, a tenth. */
function kept(make: () => unknown): number | null {
  if (!globalThis.gc) return null
  make()
  globalThis.gc()
  const before = process.memoryUsage().heapUsed
  const all = Array.from({ length: 10 }, make)
  globalThis.gc()
  return all.length && Math.round((process.memoryUsage().heapUsed - before) / 10 / 1024)
}
