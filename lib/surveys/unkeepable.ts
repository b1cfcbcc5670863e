// What a form asks for that we do not keep, by policy or because no column of data could hold it. A form may be tried out
// and judged with such questions; it is not published with them.
import type { Sentence } from '#lib/problem'
import type { Form, Question } from '#lib/surveys/form'
import { inLanguage } from '#lib/surveys/local-text'

/** One sentence for each question that keeps a form from being published, those inside tables and panels included. */
export function unkeepable(form: Form): Sentence[] {
  return form.questions.flatMap(refusalsIn)
}

function refusalsIn(question: Question): Sentence[] {
  switch (question.kind) {
    case 'groups':
      return question.questions.flatMap(refusalsIn)
    case 'cells':
      return question.columns.flatMap(refusalsIn)
    case 'foreign':
      return [refusal(question.type, question.title.vi, inLanguage(question.title, 'en'))]
    default:
      return []
  }
}

function refusal(type: string, vi: string, en: string): Sentence {
  switch (type) {
    case 'file':
      return {
        vi: `Câu “${vi}” nhận tệp tải lên (file). Ảnh và tệp có thể cho biết ai đã trả lời, nên hệ thống không lưu. Hãy bỏ câu này hoặc hỏi bằng lời.`,
        en: `“${en}” takes uploaded files (file). Photos and files can tell who answered, so they are not kept. Take the question out, or ask it in words.`,
      }
    case 'signaturepad':
      return {
        vi: `Câu “${vi}” lấy chữ ký (signaturepad). Chữ ký cho biết ai đã trả lời, nên hệ thống không lưu. Hãy bỏ câu này.`,
        en: `“${en}” takes a signature (signaturepad). A signature tells who answered, so it is not kept. Take the question out.`,
      }
    case 'slider':
      return {
        vi: `Câu “${vi}” là thanh trượt hai đầu: bảng mã không có cột cho một khoảng. Hãy dùng hai câu, mỗi câu một giá trị.`,
        en: `“${en}” is a slider with two ends: the codebook has no column for a range. Ask two questions with one value each.`,
      }
    default:
      return {
        vi: `Câu “${vi}” thuộc loại “${type}”, bảng mã không có cột cho câu trả lời loại này. Hãy dùng loại câu hỏi khác.`,
        en: `“${en}” is of the type “${type}”: the codebook has no column for such answers. Use another type of question.`,
      }
  }
}
