import { Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { formMedia } from '#lib/surveys/form-texts'
import { mediaHtml } from '#lib/surveys/light-form/media-html'

/** The players of a question whose choices have recordings in these languages, "" for none. */
function players(recorded: string[], language = 'vi', more: object = {}) {
  const choices = recorded.map((spoken, value) => ({
    value,
    text: `Mục ${value}`,
    ...(spoken ? { audio: { [spoken]: `/s/media/${value}` } } : {}),
  }))
  const question = { type: 'radiogroup', name: 'q', title: 'Hỏi', audio: '/s/media/q', choices, ...more }
  const form = { elements: [question] }
  const html = mediaHtml(new Model(form).getQuestionByName('q'), formMedia(form), language).text
  return [...html.matchAll(/<audio [^>]*aria-label="([^"]+)"/g)].map(([, name]) => name)
}

describe('recordings of choices', () => {
  it('each have a player of their own when all of them have one', () => {
    expect(players(['vi', 'vi'])).toEqual(['Hỏi', 'Mục 0', 'Mục 1'])
  })

  it('have none when one of them has no recording: hearing one and not the other would steer', () => {
    expect(players(['vi', ''])).toEqual(['Hỏi'])
    expect(players(['vi', 'vi'], 'vi', { showOtherItem: true })).toEqual(['Hỏi'])
  })

  it('count in the language of the page only, Vietnamese standing in for what it lacks', () => {
    expect(players(['vi', 'cjm'], 'cjm')).toHaveLength(3)
    expect(players(['vi', 'cjm'], 'vi')).toEqual(['Hỏi'])
  })

  it('are held to the same for the columns of a table', () => {
    const column = (value: number, audio?: string) => ({
      value,
      text: `Cột ${value}`,
      ...(audio && { audio }),
    })
    const table = (last?: string) => ({
      type: 'matrix',
      choices: undefined,
      columns: [column(1, '/s/media/1'), column(2, last)],
      rows: ['a'],
    })
    expect(players([], 'vi', table())).toEqual(['Hỏi'])
    expect(players([], 'vi', table('/s/media/2'))).toEqual(['Hỏi', 'Cột 1', 'Cột 2'])
  })
})
