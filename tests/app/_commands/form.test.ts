// The command as somebody at a terminal meets it: exit code, JSON on stdout, sentences on stderr.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'form-command-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

function form(...words: string[]) {
  const command = ['--import', 'tsx', 'app/_commands/form.ts', ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
  return { status, stdout, verdict: stdout.startsWith('{') ? JSON.parse(stdout) : undefined, stderr }
}

const survey = {
  elements: [
    { type: 'rating', name: 'score', isRequired: true },
    { type: 'text', name: 'why', visibleIf: '{score} < 3' },
    { type: 'expression', name: 'twice', expression: '{score} * 2' },
  ],
}

test('accepted answers come back as they would be stored: hidden ones dropped, computed ones computed', () => {
  const answers = file('good.json', { score: 5, why: 'hidden', twice: 99 })
  const { status, verdict } = form('check', file('survey.json', survey), answers)
  expect(status).toBe(0)
  expect(verdict).toMatchObject({ valid: true, renderer: 'light', problems: [] })
  expect(verdict.answers).toEqual({ score: 5, twice: 10 })
})

test('problems are listed in both languages, also for one of our own form files', () => {
  const ours = file('ours.v1.json', { slug: 'ours', version: 1, form: survey })
  const { status, verdict } = form('check', ours, file('bad.json', { score: 9, hobby: 'chess' }))
  expect(status).toBe(1)
  expect(verdict.problems).toMatchObject([
    { question: 'hobby', code: 'unknown_question', message: { en: 'This form has no question “hobby”.' } },
    { question: 'score', code: 'value_not_offered', message: { vi: 'Câu “score” không có lựa chọn “9”.' } },
  ])
})

test('a page of the light form is printed as the server would send it', () => {
  const words = ['--lang', 'en', '--answers', file('low.json', { score: 2 })]
  const { status, stdout, stderr } = form('render', file('survey.json', survey), ...words)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('<html lang=en>')
  expect(stdout).toContain('name="why"')
  expect(form('render', file('survey.json', survey)).stdout).not.toContain('name="why"')
})

test('a form beyond the light form is printed as the page of SurveyJS, and stderr says why', () => {
  const table = {
    type: 'matrixdynamic',
    name: 'visits',
    title: 'Các lần đến',
    columns: [{ name: 'minutes' }],
  }
  const { status, stdout, stderr } = form('render', file('table.json', { elements: [table] }))
  expect(status).toBe(0)
  expect(stdout).toContain('Các lần đến')
  expect(stdout).toMatch(/<script src="\/s\/survey\.[0-9a-f]{16}\.js" defer>/)
  expect(JSON.parse(stderr)).toMatchObject({
    renderer: 'surveyjs',
    reasons: [{ en: expect.stringContaining('a table to which people add rows') }],
    note: { en: expect.stringContaining('a browser draws the questions') },
  })
})

test('a form that cannot be served is not printed: exit code 1 and the reason', () => {
  const choicesByUrl = { url: 'https://example.org/places.json' }
  const asked = file('away.json', { elements: [{ type: 'dropdown', name: 'place', choicesByUrl }] })
  const { status, stdout, stderr } = form('render', asked)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(JSON.parse(stderr)).toMatchObject({ renderer: null, reasons: [{ vi: expect.any(String) }] })
})

test.each([
  ['a missing file', ['check', 'nowhere.json', 'nowhere.json'], 'nowhere.json'],
  ['text that is no JSON', ['check', file('broken.json', '{'), 'x.json'], 'is not valid JSON'],
  ['a list in place of a form', ['check', file('list.json', []), 'x.json'], 'is no SurveyJS form'],
  ['too few files', ['check', 'x.json'], 'Two files are needed'],
  ['an unknown command', ['chek'], 'Usage'],
])('%s is answered with a sentence and exit code 2', (_what, words, sentence) => {
  const { status, verdict, stderr } = form(...words)
  expect({ status, verdict }).toEqual({ status: 2, verdict: undefined })
  expect(stderr).toContain(sentence)
})
