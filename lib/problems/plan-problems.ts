// What keeps a plan of communication, or a declared study of its effect, from being changed now.
import { defineProblem, type Sentence } from '#lib/problems/define-problem'

export const planProblems = {
  planRefused: defineProblem<{ refusal: string; sentence: Sentence }>(
    'plan_refused',
    409,
    ({ sentence }) => sentence,
  ),
  studyDeclared: defineProblem<Record<never, never>>('study_declared', 409, () => ({
    vi: 'Nghiên cứu đã được công bố nên không sửa được nữa; chỉ có thể thêm đợt khảo sát. Muốn đổi chỉ tiêu hay cách so sánh, hãy lập nghiên cứu mới.',
    en: 'The study has been declared and cannot be changed; only waves can be added. For another outcome or comparison make a new study.',
  })),
}
