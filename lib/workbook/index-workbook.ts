// An index of some units as a workbook that computes itself: from raw figures over every stage to the rank, each number a
// formula over the sheets before, so that a reader can follow it, change a figure or a weight, and see what comes of it.
import type { IndexFile } from '#lib/definitions/index-file'
import type { Sheet } from '#lib/exports/sheet'
import { inLanguage } from '#lib/surveys/local-text'
import { aboutSheet } from '#lib/workbook/about-sheet'
import { cellsSheet } from '#lib/workbook/cells-sheet'
import { leafStages, type TreeSettings } from '#lib/workbook/leaf-stages'
import { makeModel } from '#lib/workbook/model'
import { parentStages } from '#lib/workbook/parent-stages'
import { rankSheet } from '#lib/workbook/rank-sheet'
import { rawSheets } from '#lib/workbook/raw-sheet'
import { makeRuleBook, type RuleBook } from '#lib/workbook/rule-book'
import { scaleSheet } from '#lib/workbook/scale-sheet'
import type { Language } from '#lib/workbook/words'
import type { WorkbookInput } from '#lib/workbook/workbook-input'

const texts = {
  vi: {
    rules: ['Quy tắc chấm điểm và mức của bộ chỉ số', 'Mã', 'Tiêu chí', 'Quy tắc', 'Giá trị', 'Được'],
    answers: 'Số người trả lời tối thiểu',
    share: 'Phần trọng số tối thiểu phải đo được',
    heads: { code: 'Mã', criterion: 'Tiêu chí' },
  },
  en: {
    rules: ['Scoring rules and settings of the index', 'Code', 'Criterion', 'Rule', 'Value', 'Earns'],
    answers: 'Fewest answers',
    share: 'Share of the weight that must be measured',
    heads: { code: 'Code', criterion: 'Criterion' },
  },
}

/** Sheets for `writeXlsx`. Every formula comes to the value that the engine computed (tests/workbook). */
export function indexWorkbook(input: WorkbookInput): Sheet[] {
  const model = makeModel(input)
  const t = texts[input.language]
  const book = makeRuleBook(model.names.rules, t.rules)
  const settings = new Map(
    [['', input.index] as const, ...input.others].map(([tree, index]) => [
      tree,
      addSettings(book, index, input.language),
    ]),
  )
  const raw = rawSheets(model)
  const leaves = leafStages(model, raw, book, settings, t.heads)
  const parents = parentStages(model, settings, t.heads)
  const ranks = rankSheet(model, book)
  return [
    aboutSheet(model, leaves.valuesOnly),
    scaleSheet(model),
    book.sheet(),
    ...raw.sheets,
    ...leaves.sheets,
    ...parents,
    ranks,
    cellsSheet(model),
  ]
}

function addSettings(book: RuleBook, { slug, title, minimum }: IndexFile, language: Language): TreeSettings {
  book.begin(slug, inLanguage(title, language))
  return {
    minimumAnswers: book.number(texts[language].answers, minimum.answers),
    minimumShare: book.number(texts[language].share, minimum.share),
  }
}
