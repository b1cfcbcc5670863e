// What surveys found in the period, with their intervals and what they can tell.
import type { PeriodFacts, SurveyFact } from '#lib/campaigns/period-facts'
import { formatInterval, formatNumber } from '#lib/charts/format-number'
import { statusWords } from '#lib/charts/status-words'
import { table, type Words } from '#lib/reports/period-report-words'
import type { Block } from '#lib/reports/report'
import { inLanguage } from '#lib/surveys/local-text'

export function surveyBlocks({ surveys }: PeriodFacts, words: Words): Block[] {
  if (surveys.length === 0)
    return [
      {
        type: 'paragraph',
        text: words.say(
          'Trong kỳ không có khảo sát nào ở đơn vị, nên báo cáo này chỉ nói đã làm gì, không nói người dân đã biết thêm gì.',
          'No survey was held in the unit in this period: this report says what was done, not what people have learnt.',
        ),
      },
    ]
  return surveys.flatMap((survey) => surveyTables(survey, words))
}

function surveyTables(survey: SurveyFact, words: Words): Block[] {
  const { say, day, count, language } = words
  const title = language === 'en' ? survey.titleEn : survey.title
  const state = survey.isOpen
    ? say(' Đợt này còn đang thu phiếu: số liệu chưa cuối cùng.', ' Answers are still coming in: not final.')
    : ''
  const design = survey.isSample
    ? say(
        'Người trả lời được chọn ngẫu nhiên; khoảng tin cậy 95 %.',
        'Respondents were drawn at random; intervals are 95 %.',
      )
    : say(
        'Người trả lời không được chọn ngẫu nhiên: số liệu chỉ mô tả những người đã trả lời.',
        'Respondents were not drawn at random: the figures describe those who answered, nobody else.',
      )
  return [
    table({
      caption: say(
        `${title}: ${inLanguage(survey.index, 'vi')}`,
        `${title}: ${inLanguage(survey.index, 'en')}`,
      ),
      columns: [
        { head: say('Nội dung', 'Criterion'), share: 0.46 },
        { head: say('Giá trị', 'Value'), isNumber: true },
        { head: say('Khoảng tin cậy', 'Interval'), isNumber: true },
        { head: say('Số người', 'People'), isNumber: true },
      ],
      rows: survey.cells.map(({ name, cell }) => [
        inLanguage(name, language),
        cell.value === null
          ? statusWords[cell.status][language]
          : { text: formatNumber(cell.value, cell.scale, language), value: cell.value },
        (cell.value !== null && formatInterval(cell, language)) || '–',
        cell.n > 0 ? count(cell.n) : '–',
      ]),
      note: `${say(`Thu phiếu từ ${day(survey.from)} đến ${day(survey.to)}.`, `Answers of ${day(survey.from)} to ${day(survey.to)}.`)} ${design}${state}`,
    }),
  ]
}
