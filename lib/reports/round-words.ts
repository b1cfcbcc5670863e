// How the report on a round writes names, numbers, days and answers, in one language. Points have two decimals, as in
// official score sheets; the number itself stays beside its print.
import { statusWords } from '#lib/charts/status-words'
import { withoutText } from '#lib/definitions/without-text'
import type { ReportCell } from '#lib/reports/report'
import type { RoundFacts } from '#lib/reports/round-facts'
import { answerPoints } from '#lib/rounds/answer-points'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import type { Answer } from '#lib/rounds/round-event'
import type { Cell } from '#lib/scoring/cell'
import { listCriteria } from '#lib/scoring/name-criteria'
import { inLanguage } from '#lib/surveys/local-text'
import type { LocalText } from '#lib/surveys/variable'

export type RoundWords = ReturnType<typeof roundWords>

export function roundWords({ units, index, asked }: RoundFacts, language: 'vi' | 'en') {
  const locale = language === 'en' ? 'en-GB' : 'vi-VN'
  const say = (vi: string, en: string) => (language === 'en' ? en : vi)
  const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const name = (text: LocalText) => inLanguage(text, language)
  const unitNames = new Map(units.map((unit) => [unit.id, say(unit.name, unit.nameEn)]))
  const criterionNames = new Map<string, LocalText>([
    ...asked.map((one) => [one.code, one.name] as const),
    ...listCriteria(index).map((one) => [one.code, one.name] as const),
  ])
  const ownSettings = withoutText(index)
  const isSettingAlone = listCriteria(index).every(({ code }) => ownSettings.has(code))
  const criterion = (code: string) => name(criterionNames.get(code) ?? { vi: code })
  const figure = (value: number | null | undefined): ReportCell =>
    value == null ? '–' : { text: two.format(value), value }
  return {
    language,
    say,
    name,
    unit: (id: string) => unitNames.get(id) ?? id,
    criterion,
    /** With a star where no official text sets its points, if others have one: a star on every line would say nothing. */
    starred: (code: string) => `${criterion(code)}${!isSettingAlone && ownSettings.has(code) ? ' *' : ''}`,
    /** What the star means. */
    star: () => say('* chưa có văn bản quy định điểm', '* no official text sets its points'),
    figure,
    /** A number as it was entered. */
    plain: (value: number) => plain.format(value),
    count: (value: number): ReportCell => ({ text: plain.format(value), value }),
    signed: (value: number | null): ReportCell =>
      value === null ? '–' : { text: `${value > 0 ? '+' : ''}${two.format(value)}`, value },
    interval: ({ low, high }: Pick<Cell, 'low' | 'high'>) =>
      low === null || high === null ? null : `${two.format(low)} – ${two.format(high)}`,
    /** The number of a cell, or the word that stands in its place. */
    cell: (cell: Cell | null | undefined): ReportCell =>
      cell?.value != null ? figure(cell.value) : statusWords[cell?.status ?? 'missing'][language],
    day: (date: Date) => date.toLocaleDateString(locale, { timeZone: 'Asia/Ho_Chi_Minh' }),
    answer: (criterion: AskedCriterion, answer: Answer | null) => answerText(criterion, answer),
  }

  function answerText(criterion: AskedCriterion, answer: Answer | null): string {
    if (!answer) return say('chưa có', 'none')
    if (answer.kind === 'not-applicable') return say('không áp dụng', 'does not apply')
    if (answer.kind === 'no-figure') return say('chưa có số liệu', 'no figure')
    const { rule, unit } = criterion
    const option =
      rule.kind === 'choice' ? rule.options.find(({ value }) => value === answer.value) : undefined
    const figure = option ? name(option.name) : `${plain.format(answer.value)}${unit ? ` ${name(unit)}` : ''}`
    const points = answerPoints(criterion, answer)
    return points === null
      ? figure
      : `${figure} (${say(`${two.format(points)} điểm`, `${two.format(points)} points`)})`
  }
}
