// What a report on a period says was done: against the plan, by channel, by area, one by one.
import type { ChannelFact, PeriodFacts } from '#lib/campaigns/period-facts'
import { amountsText, table, textOf, type Words } from '#lib/reports/period-report-words'
import type { Block, ReportTable } from '#lib/reports/report'
import { inLanguage } from '#lib/surveys/local-text'

export function planBlocks({ plan }: PeriodFacts, words: Words): Block[] {
  const { say, count } = words
  if (!plan)
    return [
      {
        type: 'paragraph',
        text: say(
          'Đơn vị chưa có kế hoạch tuyên truyền của năm trong hệ thống, nên không có gì để đối chiếu.',
          'The unit has no plan of the year in the system, so there is nothing to compare with.',
        ),
      },
    ]
  if (plan.items.length === 0)
    return [
      {
        type: 'paragraph',
        text: say('Kế hoạch của năm chưa ghi việc cụ thể nào.', 'The plan of the year names no tasks.'),
      },
    ]
  const states = {
    done: say('Đã làm', 'Done'),
    begun: say('Đang làm', 'Under way'),
    'not-begun': say('Đến hạn, chưa làm', 'Due, not begun'),
    later: say('Chưa đến kỳ', 'Not due yet'),
  }
  return [
    table({
      caption: say('Thực hiện kế hoạch', 'The plan and what was done'),
      columns: [
        { head: say('Việc trong kế hoạch', 'Task'), share: 0.34 },
        { head: say('Thời gian', 'When'), share: 0.14 },
        { head: say('Kế hoạch', 'Planned'), share: 0.18 },
        { head: say('Đã làm', 'Done'), share: 0.18 },
        { head: say('Tình trạng', 'State'), share: 0.16 },
      ],
      rows: plan.items.map(({ title, from, to, planned, done, state, activities }) => [
        title,
        from === to ? monthOf(from) : `${monthOf(from)} – ${monthOf(to)}`,
        amountsText(planned, words),
        activities === 0 ? '–' : amountsText(done, words) || textOf(count(activities)),
        states[state],
      ]),
      note: say(
        '“Đã làm” chỉ tính hoạt động được ghi là thuộc việc đó. Đạt số lượng là sản phẩm, chưa phải tác dụng.',
        'Only activities recorded under a task count as done. Quantities are output, not effect.',
      ),
    }),
  ]
}

const monthOf = (month: string) => `${month.slice(5, 7)}/${month.slice(0, 4)}`

export function channelBlocks({ channels, units }: PeriodFacts, words: Words): Block[] {
  if (channels.length === 0) return []
  return [
    table(
      channelTable(
        channels,
        words.say(
          units ? 'Hoạt động của cơ quan cấp này theo kênh' : 'Hoạt động theo kênh',
          units ? 'Activities of the office itself by channel' : 'Activities by channel',
        ),
        words,
      ),
    ),
  ]
}

export function channelTable(channels: readonly ChannelFact[], caption: string, words: Words): ReportTable {
  const { say, count, language } = words
  return {
    caption,
    columns: [
      { head: say('Kênh', 'Channel'), share: 0.3 },
      { head: say('Hoạt động', 'Activities'), isNumber: true, share: 0.12 },
      { head: say('Số lượng', 'Quantity'), share: 0.28 },
      { head: say('Kinh phí (đồng)', 'Cost (VND)'), isNumber: true, share: 0.16 },
      { head: say('Đồng trên một đơn vị', 'VND per unit'), isNumber: true, share: 0.14 },
    ],
    rows: channels.map(({ name, activities, amounts, cost, costPerOutput }) => [
      inLanguage(name, language),
      count(activities),
      amountsText(amounts, words),
      count(cost),
      costPerOutput === null ? '–' : count(Math.round(costPerOutput)),
    ]),
    note: say(
      'Đơn vị của từng kênh là đại lượng đứng đầu ở cột Số lượng.',
      'The unit of a channel is the first quantity named.',
    ),
  }
}

export function areaBlocks({ areas }: PeriodFacts, { say, count, language }: Words): Block[] {
  if (areas.every(({ activities }) => activities === 0)) return []
  return [
    table({
      caption: say('Hoạt động theo lĩnh vực', 'Activities by area'),
      columns: [
        { head: say('Lĩnh vực', 'Area'), share: 0.7 },
        { head: say('Hoạt động', 'Activities'), isNumber: true, share: 0.3 },
      ],
      rows: areas.map(({ name, activities }) => [inLanguage(name, language), count(activities)]),
      note: say(
        'Một hoạt động có nhiều lĩnh vực được đếm ở từng lĩnh vực, nên không cộng các dòng.',
        'An activity on several areas counts in each, so the rows must not be added.',
      ),
    }),
  ]
}

export function activityBlocks({ activities }: PeriodFacts, words: Words): Block[] {
  const { say, day, count, language } = words
  if (activities.length === 0) return []
  return [
    table({
      caption: say('Từng hoạt động', 'Each activity'),
      columns: [
        { head: say('Ngày', 'Day'), share: 0.16 },
        { head: say('Hoạt động', 'Activity'), share: 0.34 },
        { head: say('Lĩnh vực', 'Areas'), share: 0.2 },
        { head: say('Số lượng', 'Quantity'), share: 0.16 },
        { head: say('Kinh phí (đồng)', 'Cost (VND)'), isNumber: true, share: 0.14 },
      ],
      rows: activities.map((one) => [
        one.from === one.to ? day(one.from) : `${day(one.from)} – ${day(one.to)}`,
        [one.title || inLanguage(one.channel, language), one.village].filter(Boolean).join(', '),
        one.areas.map((area) => inLanguage(area, language)).join('; '),
        amountsText(one.amounts, words),
        count(one.cost),
      ]),
    }),
  ]
}
