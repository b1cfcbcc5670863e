// Cross-checks of the form of a contest: it has questions that can be marked, each with an explanation, on a page that works
// without JavaScript. A form that is no contest's may name right answers too: then an index gives points for them.
import { type Finding, finding } from '#lib/definitions/finding'
import type { FormFile } from '#lib/definitions/form-file'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Question } from '#lib/surveys/form'
import { markedKinds } from '#lib/surveys/mark-answers'

export function checkQuiz({ quiz, audience }: FormFile, compiled: CompiledForm): Finding[] {
  if (!quiz) return []
  const marked = compiled.form.questions.filter(({ rightAnswer }) => rightAnswer !== undefined)
  const names = marked.map(({ name }) => name)
  return [
    ...(marked.length > 0 && audience === 'citizens' && compiled.renderer === 'light' ? [] : [notServed]),
    ...marked.filter((question) => !canBeMarked(question)).map(notMarked),
    ...names
      .filter((name) => !quiz.explanations[name])
      .map((name) =>
        finding(
          'explanation_missing',
          `quiz.explanations.${name}`,
          `Câu “${name}” có đáp án nhưng chưa có lời giải thích.`,
          `“${name}” has a right answer and no explanation.`,
        ),
      ),
    ...Object.keys(quiz.explanations)
      .filter((name) => !names.includes(name))
      .map((name) =>
        finding(
          'explanation_of_nothing',
          `quiz.explanations.${name}`,
          `Có lời giải thích cho “${name}” nhưng không có câu hỏi kèm đáp án nào tên như vậy.`,
          `There is an explanation of “${name}”, but no question of that name with a right answer.`,
        ),
      ),
  ]
}

/** Choices that come and go with the answers would make questions come and go, too: SurveyJS drops a right answer not offered. */
function canBeMarked(question: Question): boolean {
  if (!markedKinds.has(question.kind)) return false
  if (!('choices' in question)) return true
  const { choices, choicesVisibleIf, choicesFrom, takesRemarks, valueProperty } = question
  return !(
    choicesVisibleIf ||
    choicesFrom ||
    takesRemarks ||
    valueProperty ||
    choices.some(({ visibleIf }) => visibleIf)
  )
}

const notServed = finding(
  'quiz_not_served',
  'quiz',
  'Phiếu của cuộc thi phải dành cho người dân, chạy được trên phiếu gọn và có ít nhất một câu hỏi kèm đáp án.',
  'The form of a contest is for citizens, works as the light form, and has at least one question with a right answer.',
)

const notMarked = ({ name }: Question) =>
  finding(
    'not_marked',
    `form.${name}.correctAnswer`,
    `Câu “${name}” thuộc loại không chấm điểm được. Hãy dùng câu chọn một, chọn nhiều, xếp hạng, ma trận hoặc ô chữ với các phương án cố định.`,
    `“${name}” is of a kind that cannot be marked. Use single or multiple choice, ranking, matrix or text with fixed choices.`,
  )
