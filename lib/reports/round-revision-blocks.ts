// The corrections after the freeze: each is a revision of its own with its reason and everything it made different.
import type { Block, ReportCell } from '#lib/reports/report'
import type { RoundFacts } from '#lib/reports/round-facts'
import type { RoundWords } from '#lib/reports/round-words'

export function revisionBlocks({ revisions }: RoundFacts, words: RoundWords): Block[] {
  const { say } = words
  const corrections = revisions.filter(({ number }) => number > 1)
  if (corrections.length === 0)
    return [
      {
        type: 'paragraph',
        text: say('Kết quả đã chốt chưa có đính chính nào.', 'The frozen result has not been corrected.'),
      },
    ]
  return [
    {
      type: 'list',
      items: corrections.map(({ number, at, actorName, reason }) =>
        say(
          `Bản ${number}, ${words.day(at)}, ${actorName}: ${reason}`,
          `Revision ${number}, ${words.day(at)}, ${actorName}: ${reason}`,
        ),
      ),
    },
    {
      type: 'table',
      table: {
        caption: say('Điểm khác bản trước', 'Points that differ from the revision before'),
        columns: [
          { head: say('Bản', 'Rev.'), isNumber: true, share: 0.08 },
          { head: say('Đơn vị', 'Unit'), share: 0.22 },
          { head: say('Nội dung', 'Criterion') },
          { head: say('Trước', 'Before'), isNumber: true, share: 0.11 },
          { head: say('Sau', 'After'), isNumber: true, share: 0.11 },
          { head: say('Chênh lệch', 'Difference'), isNumber: true, share: 0.13 },
        ],
        rows: corrections.flatMap(({ number, differences }) =>
          differences.map(({ unit, criterion, before, after }): ReportCell[] => [
            words.count(number),
            words.unit(unit),
            words.criterion(criterion),
            words.cell(before),
            words.cell(after),
            words.signed(before?.value == null || after?.value == null ? null : after.value - before.value),
          ]),
        ),
      },
    },
  ]
}
