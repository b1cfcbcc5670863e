// Rules of a leaf as formulas over the cell with its measured value. The numbers of a rule go into the rule book once; each
// unit's formula points to them.
import { ruleOf } from '#lib/definitions/entered-rule'
import type { Normalise } from '#lib/definitions/index-file'
import type { EnteredRule, Source } from '#lib/definitions/index-source'
import { inLanguage } from '#lib/surveys/local-text'
import type { Line } from '#lib/workbook/lines'
import type { RuleBook } from '#lib/workbook/rule-book'
import type { Language } from '#lib/workbook/words'

/** From a reference (or formula) to the formula after the rule. */
export type Rule = (x: string) => string

const texts = {
  vi: {
    zero: 'Mức được 0 điểm',
    full: 'Mức được điểm tối đa',
    of: 'Điểm tối đa của quy tắc',
    steps: 'Từ mức … được … điểm',
    perUnit: 'Trừ cho mỗi trường hợp',
    least: 'Không thấp hơn',
    options: 'Giá trị chọn … được … điểm',
    corners: 'Tỷ lệ đo được … đổi thành tỷ lệ điểm …',
    to: ['Điểm của đơn vị thấp nhất', 'Điểm của đơn vị cao nhất'],
    mean: 'Điểm của mức trung bình',
    deviation: 'Điểm của một độ lệch chuẩn',
    mark: 'Điểm coi là tối đa',
  },
  en: {
    zero: 'Figure that earns nothing',
    full: 'Figure that earns everything',
    of: 'Full marks within the rule',
    steps: 'From … on, … points',
    perUnit: 'Taken for each case',
    least: 'Never less than',
    options: 'The choice … earns … points',
    corners: 'Share measured … becomes share of points …',
    to: ['Marks of the lowest unit', 'Marks of the highest unit'],
    mean: 'Marks of the mean',
    deviation: 'Marks of one standard deviation',
    mark: 'Marks that count as full',
  },
}

/** Points of what was measured, before direction and scale. */
export function sourceRule(source: Source, book: RuleBook, language: Language): Rule {
  const t = texts[language]
  if ('external' in source) {
    const zero = book.number(t.zero, source.external.zero ?? 0)
    const full = book.number(t.full, source.external.full)
    return (x) => `MIN(1,MAX(0,(${x}-${zero})/(${full}-${zero})))`
  }
  return 'entered' in source ? enteredRule(ruleOf(source.entered), book, language) : (x) => x
}

function enteredRule(rule: EnteredRule, book: RuleBook, language: Language): Rule {
  const t = texts[language]
  switch (rule.kind) {
    case 'figure':
      return (x) => x
    case 'linear': {
      const [zero, full] = [book.number(t.zero, rule.zero), book.number(t.full, rule.full)]
      return (x) => `(${x}-${zero})/(${full}-${zero})`
    }
    case 'points': {
      const full = book.number(t.of, rule.full)
      return (x) => `${x}/${full}`
    }
    case 'deduction': {
      const full = book.number(t.of, rule.full)
      const perUnit = book.number(t.perUnit, rule.perUnit)
      const least = book.number(t.least, rule.least ?? 0)
      return (x) => `MAX(${least},${full}-${perUnit}*${x})/${full}`
    }
    case 'steps': {
      const full = book.number(t.of, rule.full)
      const { first, second } = book.pairs(
        t.steps,
        rule.steps.map(({ from, points }) => [from, points]),
      )
      return (x) => `LOOKUP(${x},${first},${second})/${full}`
    }
    case 'choice': {
      const full = book.number(t.of, rule.full)
      const { first, second } = book.pairs(
        `${t.options} (${rule.options.map(({ value, name }) => `${value}: ${inLanguage(name, language)}`).join('; ')})`,
        rule.options.map(({ value, points }) => [value, points]),
      )
      return (x) => `INDEX(${second},MATCH(${x},${first},0))/${full}`
    }
  }
}

/** The corners of a conversion as nested conditions. */
export function conversionRule(source: Source, book: RuleBook, language: Language): Rule {
  const corners = 'conversion' in source ? source.conversion : undefined
  if (!corners) return (x) => x
  const { cells } = book.pairs(
    texts[language].corners,
    corners.map(([from, to]) => [from, to]),
  )
  return (x) => {
    const last = cells.at(-1)!
    const upTo = cells.slice(1).reduceRight<string>((rest, [x1, y1], at) => {
      const [x0, y0] = cells[at]!
      return `IF(${x}<${x1},${y0}+(${y1}-${y0})/(${x1}-${x0})*(${x}-${x0}),${rest})`
    }, last[1])
    return `IF(${x}<=${cells[0]![0]},${cells[0]![1]},${upTo})`
  }
}

/** A place between fixed goalposts. */
export function goalpostRule(
  { low, high }: Extract<Normalise, { method: 'goalposts' }>,
  book: RuleBook,
  language: Language,
): Rule {
  const [zero, full] = [book.number(texts[language].zero, low), book.number(texts[language].full, high)]
  return (x) => `MIN(1,MAX(0,(${x}-${zero})/(${full}-${zero})))`
}

/** A place among the units, whose values stand in `range`; `isLower`: less is better. Null for a way unknown here. */
export function placeRule(
  { criterion }: Line,
  range: string,
  book: RuleBook,
  language: Language,
): Rule | null {
  const t = texts[language]
  const normalise = criterion!.normalise as Normalise
  const isLower = criterion!.direction === 'lower'
  const [least, most] = [`MIN(${range})`, `MAX(${range})`]
  const above = (x: string) => (isLower ? `(${most}-${x})` : `(${x}-${least})`)
  const rank = (x: string) => `RANK(${x},${range},${isLower ? 0 : 1})`
  switch (normalise.method as string) {
    case 'min-max': {
      const { to } = normalise as Extract<Normalise, { method: 'min-max' }>
      const [low, high] = [book.number(t.to[0]!, to[0]), book.number(t.to[1]!, to[1])]
      return (x) => `(${above(x)}/(${most}-${least})*(${high}-${low})+${low})/${high}`
    }
    case 'distance-to-best':
      return (x) => `${above(x)}/(${most}-${least})`
    case 'z-score': {
      const scale = normalise as Extract<Normalise, { method: 'z-score' }>
      const [mean, deviation] = [book.number(t.mean, scale.mean), book.number(t.deviation, scale.deviation)]
      const full = book.number(t.mark, scale.full)
      const far = (x: string) => (isLower ? `(AVERAGE(${range})-${x})` : `(${x}-AVERAGE(${range}))`)
      return (x) => `(${far(x)}/STDEV(${range})*${deviation}+${mean})/${full}`
    }
    case 'percentile-rank':
      return (x) => `(${rank(x)}-1)/(COUNT(${range})-1)`
    case 'rank':
      return (x) => `${rank(x)}/COUNT(${range})`
    default:
      return null
  }
}
