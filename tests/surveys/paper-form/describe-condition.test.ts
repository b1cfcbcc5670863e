import { expect, it } from 'vitest'
import { describeCondition } from '#lib/surveys/paper-form/describe-condition'
import { paperQuestions } from '#lib/surveys/paper-form/paper-questions'
import { readForm } from '#lib/surveys/read-form'

const questions = paperQuestions(
  readForm({
    pages: [
      {
        elements: [
          { type: 'radiogroup', name: 'used', choices: ['yes', 'no', { value: 98, text: 'Không nhớ' }] },
          { type: 'checkbox', name: 'ways', choices: ['radio', 'zalo'] },
          { type: 'text', name: 'age', inputType: 'number' },
          { type: 'matrix', name: 'quality', rows: ['speed', 'care'], columns: [1, 2, 3, 4] },
        ],
      },
    ],
  }),
)

it.each([
  ["{used} = 'yes'", 'câu 1 chọn ô 1', 'question 1 has box 1'],
  ["{used} = 'yes' or {used} = 'no'", 'câu 1 chọn ô 1 hoặc 2', 'question 1 has box 1 or 2'],
  ["{used} anyof ['yes', 98]", 'câu 1 chọn ô 1 hoặc 98', 'question 1 has box 1 or 98'],
  ["{used} <> 'no'", 'câu 1 không chọn ô 2', 'question 1 does not have box 2'],
  ["{ways} contains 'zalo'", 'câu 2 chọn ô 2', 'question 2 has box 2'],
  ['{ways.length} > 1', 'số ô chọn ở câu 2 lớn hơn 1', 'the number of boxes in question 2 is more than 1'],
  ['{age} >= 18', 'câu 3 không nhỏ hơn 18', 'question 3 is at least 18'],
  ['{age} notempty', 'câu 3 có trả lời', 'question 3 is answered'],
  ['{quality.care} <= 2', 'câu 4.2 chọn ô 1 hoặc 2', 'question 4.2 has box 1 or 2'],
  [
    "{age} > 17 and {used} = 'yes'",
    'câu 3 lớn hơn 17 và câu 1 chọn ô 1',
    'question 3 is more than 17 and question 1 has box 1',
  ],
  ['sum({age}, 1) > 3', 'sum(câu 3, 1) > 3', 'sum(question 3, 1) > 3'],
])('%s is written as plain words', (expression, vi, en) => {
  expect(describeCondition(expression, questions)).toEqual({ vi, en })
})
