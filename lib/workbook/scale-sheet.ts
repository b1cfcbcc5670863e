// The tree as a table: weights and maximum points in yellow cells, and in words what each criterion reads and where its
// points come from.
import { describeRule, ruleOf } from '#lib/definitions/entered-rule'
import type { Sheet, SheetCell } from '#lib/exports/sheet'
import { inLanguage } from '#lib/surveys/local-text'
import { headRows } from '#lib/workbook/grid'
import type { Line, Role } from '#lib/workbook/lines'
import { codeWidth, type Model, nameCell } from '#lib/workbook/model'
import { type Language, stageTitles } from '#lib/workbook/words'

const texts = {
  vi: {
    heads: [
      'Mã',
      'Tiêu chí',
      'Cấp',
      'Vai trò',
      'Trọng số',
      'Điểm tối đa',
      'Cách tổng hợp',
      'Nguồn và quy tắc',
      'Căn cứ',
    ],
    roles: {
      index: 'bộ chỉ số',
      counted: 'được tính',
      shown: 'chỉ hiển thị',
      bonus: 'điểm thưởng',
      minus: 'điểm trừ',
      part: 'phần của công thức',
    },
    means: { arithmetic: 'trung bình cộng', geometric: 'trung bình nhân', harmonic: 'trung bình điều hoà' },
    survey: (form: string, by: string) => `Phiếu khảo sát ${form}${by}`,
    byQuestion: ', trung bình của các câu hỏi',
    lower: '; càng thấp càng tốt',
    optional: '; có thể bỏ khi không khảo sát',
    placed: (method: string) => `; xếp giữa các đơn vị (${method})`,
    index: (name: string) => `Chỉ số khác: ${name}`,
    external: (name: string) => `Điểm công bố: ${name}`,
    expression: (text: string) => `Công thức: ${text}`,
    noText: 'chưa có văn bản',
  },
  en: {
    heads: ['Code', 'Criterion', 'Level', 'Role', 'Weight', 'Maximum', 'Mean', 'Source and rule', 'Basis'],
    roles: {
      index: 'index',
      counted: 'counted',
      shown: 'shown only',
      bonus: 'bonus points',
      minus: 'minus points',
      part: 'part of a formula',
    },
    means: { arithmetic: 'arithmetic', geometric: 'geometric', harmonic: 'harmonic' },
    survey: (form: string, by: string) => `Survey form ${form}${by}`,
    byQuestion: ', mean of the questions',
    lower: '; less is better',
    optional: '; may be left out without a survey',
    placed: (method: string) => `; placed among the units (${method})`,
    index: (name: string) => `Another index: ${name}`,
    external: (name: string) => `Published score: ${name}`,
    expression: (text: string) => `Formula: ${text}`,
    noText: 'no official text',
  },
} satisfies Record<Language, { roles: Record<Role, string>; [key: string]: unknown }>

export function scaleSheet(model: Model): Sheet {
  const { language, names, lines, index, others } = model
  const t = texts[language]
  const roots = new Map(lines.filter(({ role }) => role === 'index').map((line) => [line.tree, line]))
  const rowOf = (line: Line): SheetCell[] => {
    const { criterion, role, children } = line
    const { scale } = line.tree ? others.get(line.tree)! : index
    const root = roots.get(line.tree)!
    const input = (value: number): SheetCell => ({ value, style: 'input' })
    const maximum =
      role === 'part'
        ? null
        : role === 'index'
          ? input(scale.max)
          : criterion!.max !== undefined
            ? input(criterion!.max)
            : { formula: `$F$${root.at + headRows + 1}`, value: scale.max }
    return [
      line.tree && role === 'index' ? line.tree : line.code,
      nameCell(model, line),
      line.level,
      label(t.roles[role]),
      criterion?.weight === undefined ? null : input(criterion.weight),
      maximum,
      children.length > 0 ? label(t.means[line.mean]) : null,
      { value: describeSource(line, language), style: 'text' },
      { value: basisOf(line, language), style: 'text' },
    ]
  }
  return {
    name: names.scale,
    widths: [codeWidth(lines), 46, 6, 16, 10, 10, 16, 60, 26],
    headRows,
    headColumns: 2,
    isWide: true,
    rows: [
      [{ value: stageTitles.scale[language], style: 'title' }],
      t.heads.map((value) => ({ value, style: 'head' as const })),
      ...lines.map(rowOf),
    ],
  }
}

const label = (value: string): SheetCell => ({ value, style: 'label' })

function basisOf({ criterion }: Line, language: Language): string | null {
  if (!criterion?.basis) return null
  return criterion.basis.document ?? texts[language].noText
}

function describeSource({ source, criterion }: Line, language: Language): string {
  const t = texts[language]
  const more = [
    criterion?.direction === 'lower' ? t.lower : '',
    criterion?.normalise ? t.placed(criterion.normalise.method) : '',
    criterion?.isOptional ? t.optional : '',
  ].join('')
  if (!source) return more.replace(/^; /, '')
  if ('form' in source)
    return t.survey(source.form, source.pooling === 'questions' ? t.byQuestion : '') + more
  if ('entered' in source) {
    const unit = source.entered.unit ? inLanguage(source.entered.unit, language) : ''
    return describeRule(ruleOf(source.entered), unit)[language] + more
  }
  if ('index' in source)
    return (
      t.index(`${source.index}.v${source.version}${source.criterion ? ` (${source.criterion})` : ''}`) + more
    )
  if ('external' in source)
    return (
      t.external(
        source.external.part ? `${source.external.series}.${source.external.part}` : source.external.series,
      ) + more
    )
  return t.expression(source.expression) + more
}
