// How the answers to questions are spread: one stacked bar of 100 % per question (or per unit when there is one question).
// "Don't know", no answer and not asked are grey and at the end, so that they are seen and yet not part of the scale.
import type { ChartConfiguration } from 'chart.js'
import { barRowOptions } from '#lib/charts/bar-row-options'
import { cellTextPlugin } from '#lib/charts/cell-text-plugin'
import type { ChartDefinition, ChartLabels } from '#lib/charts/chart-definition'
import { describeCell, textOfRow } from '#lib/charts/describe-cell'
import { levelColours, silentColours } from '#lib/charts/palette'
import { uniqueInOrder } from '#lib/charts/unique-in-order'
import type { Cell } from '#lib/scoring/cell'
import { dontKnowValue, refusedValue } from '#lib/surveys/variable'

/** Words after "=" that are no opinion, in the order of `silentColours`. */
const silentWords = [String(dontKnowValue), String(refusedValue), 'no-answer', 'not-asked']

export const distribution: ChartDefinition = {
  name: 'distribution',
  title: { vi: 'Phân bố câu trả lời', en: 'Distribution of answers' },

  accepts: (cells) =>
    cells.length > 0 && cells.every((cell) => cell.scale === 'percent' && cell.criterion.includes('=')),

  minimumWidth: () => 300,

  height: (cells) => 110 + uniqueInOrder(cells.map(rowOf)).length * 38,

  build(cells, labels) {
    const rows = uniqueInOrder(cells.map(rowOf))
    const answers = uniqueInOrder(cells.map(answerOf)).sort(bySilence)
    const opinions = answers.filter((answer) => !silentWords.includes(answer))
    const colours = levelColours(opinions.length)
    const find = (row: string, answer: string) =>
      cells.find((cell) => rowOf(cell) === row && answerOf(cell) === answer)
    const config: ChartConfiguration<'bar', number[], string> = {
      type: 'bar',
      data: {
        labels: rows.map((row) => nameOfRow(row, cells, labels)),
        datasets: answers.map((answer) => ({
          label: nameOfAnswer(answer, cells, labels),
          data: rows.map((row) => find(row, answer)?.value ?? Number.NaN),
          backgroundColor: silentWords.includes(answer)
            ? silentColours[silentWords.indexOf(answer)]!
            : colours[opinions.indexOf(answer)]!,
          maxBarThickness: 24,
        })),
      },
      options: barRowOptions({
        min: 0,
        max: 100,
        describe: (at, dataset) => describeCell(find(rows[at]!, answers[dataset]!)!, labels),
        hasLegend: true,
        scale: 'percent',
        locale: labels.locale,
        isStacked: true,
      }),
      plugins: [
        cellTextPlugin(
          rows.map((row) => textOfRow(cells.find((cell) => rowOf(cell) === row)!, labels.locale)),
          'row',
        ),
      ],
    }
    return config as unknown as ChartConfiguration
  },
}

function rowOf(cell: Cell): string {
  return `${cell.unit} ${questionOf(cell)}`
}

function questionOf(cell: Cell): string {
  return cell.criterion.slice(0, cell.criterion.indexOf('='))
}

function answerOf(cell: Cell): string {
  return cell.criterion.slice(cell.criterion.indexOf('=') + 1)
}

/** Opinions in the order of the form, then the silent ones. */
function bySilence(a: string, b: string): number {
  return silentWords.indexOf(a) - silentWords.indexOf(b)
}

/** The question, or the unit when all rows ask the same question. */
function nameOfRow(row: string, cells: readonly Cell[], labels: ChartLabels): string {
  const [unit, question] = row.split(' ') as [string, string]
  const hasOneQuestion = new Set(cells.map(questionOf)).size === 1
  return hasOneQuestion ? (labels.units[unit] ?? unit) : (labels.criteria[question] ?? question)
}

function nameOfAnswer(answer: string, cells: readonly Cell[], labels: ChartLabels): string {
  const { criterion } = cells.find((cell) => answerOf(cell) === answer)!
  return labels.criteria[criterion] ?? answer
}
