// Tables with a question in every cell, repeated panels and rankings on paper: every field has a number and codes of its
// own, and what is keyed in from them is the answer that the screen would have given.
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '#lib/surveys/check-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { paperForm } from '#lib/surveys/paper-form/paper-form'
import { paperQuestions } from '#lib/surveys/paper-form/paper-questions'
import { readSheet } from '#lib/surveys/paper-form/read-sheet'
import everyType from '../light-form/every-type.json'

const { form } = compileForm(everyType)
const questions = paperQuestions(form)
const fields = (key: string) => questions.find((question) => question.key === key)!.fields
const numbers = (key: string) => fields(key).map(({ number }) => number)

describe('questions inside others on paper', () => {
  it('have numbers that name the question, the row or repetition, and the field', () => {
    const [table, panels] = [
      questions.find(({ key }) => key === 'places')!,
      questions.find(({ key }) => key === 'files')!,
    ]
    const within = ({ number }: typeof table, rows: number) =>
      Array.from({ length: rows }, (_, row) => [1, 2, 3].map((at) => `${number}.${row + 1}.${at}`)).flat()
    expect(numbers('places')).toEqual(within(table, 2))
    expect(numbers('files')).toEqual(within(panels, 3))
    const all = questions.flatMap((question) => question.fields)
    expect(new Set(all.map(({ number, shape, key }) => (shape === 'words' ? key : number))).size).toBe(
      all.length,
    )
  })

  it('are printed with those numbers and with the codes of their boxes, in both languages', () => {
    const text = { vi: 'Chữ', en: 'Words' }
    const head = {
      title: text,
      asker: text,
      purpose: text,
      handling: text,
      consent: text,
      wave: text,
      unit: text,
    }
    const page = paperForm(form, { ...head, hasVillage: false, isSample: false }, ['vi', 'en']).text
    for (const { key, choices } of [...fields('places'), ...fields('files')]) {
      if (choices.length === 0) expect(page, key).toContain(`data-field="${key}"`)
      for (const { code } of choices) expect(page, key).toContain(`data-choice="${key}=${code}"`)
    }
    for (const words of ['UBND xã', 'Commune office', 'Loại hồ sơ', 'Kind of file'])
      expect(page).toContain(words)
  })

  it('are keyed in by code and become the answer that the screen gives', () => {
    const keyed = {
      'places.xa.came': '1',
      'places.xa.visits': '3',
      'places.xa.by': '2',
      'places.huyen.came': '0',
      'first#1': '3',
      'first#2': '1',
      'first#3': '2',
      'files.0.what': 'Khai sinh',
      'files.0.days': '4',
      'files.0.ontime': '0',
      sign: '2',
    }
    const { answers, faults } = readSheet(questions, keyed)
    expect(faults).toEqual([])
    expect(answers).toEqual({
      places: { xa: { came: 1, visits: 3, by: 'bo' }, huyen: { came: 0 } },
      first: ['nuoc', 'den', 'duong'],
      files: [{ what: 'Khai sinh', days: 4, ontime: 0 }],
      sign: 'loa',
    })
    const others = {
      reason: 1,
      online: false,
      overall: 3,
      service: { wait: 1, guide: 2 },
      name: 'An',
      addresses: { one: 'Chợ' },
    }
    expect(checkAnswers(compileForm(everyType), { ...others, ...answers }).faults).toEqual([])
  })

  it('refuse a code that stands at no box', () => {
    expect(readSheet(questions, { 'places.xa.by': '4' }).faults.map(({ question }) => question)).toEqual([
      'places.xa.by',
    ])
  })
})
