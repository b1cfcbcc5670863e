// What keeps plans, activities and reports on a period from being changed.
import { defineProblem, type Sentence } from '#lib/problems/define-problem'

const stepWords: Record<string, Sentence> = {
  draft: { vi: 'còn là dự thảo', en: 'is still a draft' },
  submitted: { vi: 'đã nộp', en: 'has been handed in' },
  returned: { vi: 'đã được trả lại để sửa', en: 'was sent back to be mended' },
  accepted: { vi: 'đã được chấp nhận', en: 'has been accepted' },
}

export const campaignProblems = {
  reportNotOpen: defineProblem<{ step: string }>('report_not_open', 409, ({ step }) => ({
    vi: `Báo cáo ${stepWords[step]?.vi ?? step} nên không làm được việc này. Hãy tải lại trang.`,
    en: `The report ${stepWords[step]?.en ?? step}, so this cannot be done. Reload the page.`,
  })),
}
