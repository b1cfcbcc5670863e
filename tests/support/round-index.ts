// A small made-up index of three entered criteria, for tests of rounds and their reports.
import type { IndexFile } from '#lib/definitions/index-file'

const text = (vi: string) => ({ vi, en: `${vi} (en)` })

/** 60 points by a percentage, 20 for a yes, 20 less 5 for each late report. */
export const roundIndex: IndexFile = {
  $schema: '../schemas/index.schema.json',
  slug: 'round-index',
  version: 1,
  title: text('Bộ tiêu chí thử'),
  method: text('Cộng điểm'),
  scale: { min: 0, max: 100, unit: { vi: 'điểm', en: 'points' } },
  minimum: { answers: 1, share: 0.5 },
  bands: [
    { name: text('Trung bình'), from: 0 },
    { name: text('Tốt'), from: 80 },
  ],
  criteria: [
    {
      code: 'direction',
      name: text('Chỉ đạo'),
      max: 80,
      children: [
        {
          code: 'tasks',
          name: text('Nhiệm vụ đúng hạn'),
          max: 60,
          source: { entered: { max: 100, unit: { vi: '%', en: '%' } } },
        },
        {
          code: 'plan',
          name: text('Có kế hoạch'),
          max: 20,
          source: {
            entered: {
              rule: {
                kind: 'choice',
                full: 1,
                options: [
                  { value: 1, name: text('Có'), points: 1 },
                  { value: 0, name: text('Không'), points: 0 },
                ],
              },
              mayNotApply: true,
            },
          },
        },
      ],
    },
    {
      code: 'reports',
      name: text('Báo cáo'),
      max: 20,
      children: [
        {
          code: 'late_reports',
          name: text('Báo cáo chậm'),
          max: 20,
          source: { entered: { rule: { kind: 'deduction', full: 20, perUnit: 5 } } },
        },
      ],
    },
  ],
}
