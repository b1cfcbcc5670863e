// What the units below handed in, who was late, who is missing, and the sum of what is there.
import { sumChannels, type UnitFact } from '#lib/campaigns/period-facts'
import { channelTable } from '#lib/reports/period-report-deeds'
import { table, type Words } from '#lib/reports/period-report-words'
import type { Block } from '#lib/reports/report'

export function unitBlocks(units: readonly UnitFact[], words: Words): Block[] {
  const { say, day, count, language } = words
  const nameOf = ({ name, nameEn }: UnitFact) => (language === 'en' ? nameEn : name)
  const handedIn = units.filter(({ state }) => state === 'submitted' || state === 'accepted')
  const late = handedIn.filter(({ daysLate }) => (daysLate ?? 0) > 0)
  const missing = units.filter((unit) => !handedIn.includes(unit))
  const list = (some: readonly UnitFact[]) => some.map(nameOf).join(', ')
  const sentences = [
    say(
      `${handedIn.length} trên ${units.length} đơn vị đã nộp báo cáo.`,
      `${handedIn.length} of ${units.length} units have reported.`,
    ),
    ...(late.length > 0 ? [say(`Nộp muộn: ${list(late)}.`, `Late: ${list(late)}.`)] : []),
    ...(missing.length > 0
      ? [say(`Chưa nộp hoặc đang bổ sung: ${list(missing)}.`, `Not in, or being mended: ${list(missing)}.`)]
      : []),
    say(
      'Số liệu dưới đây chỉ cộng các báo cáo đã nộp, đúng như khi nộp.',
      'The figures below add only reports that were handed in, as they were then.',
    ),
  ]
  return [
    { type: 'paragraph', text: sentences.join(' ') },
    table({
      caption: say('Báo cáo của từng đơn vị', 'The report of each unit'),
      columns: [
        { head: say('Đơn vị', 'Unit'), share: 0.3 },
        { head: say('Ngày nộp', 'Handed in'), share: 0.16 },
        { head: say('Muộn (ngày)', 'Late (days)'), isNumber: true, share: 0.14 },
        { head: say('Hoạt động', 'Activities'), isNumber: true, share: 0.16 },
        { head: say('Kinh phí (đồng)', 'Cost (VND)'), isNumber: true, share: 0.24 },
      ],
      rows: units.map((unit) => [
        nameOf(unit),
        unit.submittedOn ? day(unit.submittedOn) : say('chưa nộp', 'not in'),
        unit.daysLate === null ? '–' : count(unit.daysLate),
        unit.totals ? count(unit.totals.activities) : '–',
        unit.totals ? count(unit.totals.cost) : '–',
      ]),
    }),
    ...(handedIn.length > 0
      ? [
          table(
            channelTable(
              sumChannels(handedIn),
              say('Các đơn vị đã nộp, cộng theo kênh', 'Units that reported, added by channel'),
              words,
            ),
          ),
        ]
      : []),
  ]
}
