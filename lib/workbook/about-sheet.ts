// The first sheet: what the workbook is, how its sheets follow each other, what may be changed, and what its marks mean.
import type { Sheet, SheetCell } from '#lib/exports/sheet'
import { inLanguage } from '#lib/surveys/local-text'
import type { Line } from '#lib/workbook/lines'
import type { Model } from '#lib/workbook/model'

type Paragraph = { title: string; text: string }

export function aboutSheet(model: Model, valuesOnly: readonly Line[]): Sheet {
  const { language, names, index, about } = model
  const title = inLanguage(index.title, language)
  const paragraphs = [...about, ...(language === 'vi' ? inVietnamese(model) : inEnglish(model))]
  if (valuesOnly.length > 0) paragraphs.push(valueNote(model, valuesOnly))
  if (hasFixedNumbers(model)) paragraphs.push(fixedNote(model))
  return {
    name: names.about,
    widths: [26, 96],
    rows: [
      [{ value: language === 'vi' ? `Sổ tính: ${title}` : `Workbook: ${title}`, style: 'title' }],
      [],
      ...paragraphs.map((one): SheetCell[] => [
        { value: one.title, style: 'head' },
        { value: one.text, style: 'text' },
      ]),
    ],
  }
}

function inVietnamese({ names, marks, index }: Model): Paragraph[] {
  return [
    { title: 'Cách tính', text: index.method.vi },
    {
      title: 'Các bước',
      text: `Mỗi bước là một trang, số ở trang sau là công thức trỏ về các trang trước: ${names.raw} → ${names.valid} → ${names.full} → ${names.applicable} → ${names.weight} → ${names.measured} → ${names.weighted} → ${names.whole} → ${names.points} → ${names.ranks}. Cùng một tiêu chí nằm cùng một dòng ở mọi trang từ ${names.scale} và ${names.valid} đến ${names.points}. Bấm vào một ô để thấy số đó từ đâu ra.`,
    },
    {
      title: 'Được sửa gì',
      text: `Ô nền vàng ở ${names.raw}, ${names.scale} và ${names.rules}: số liệu, điểm của phương án, trọng số, điểm tối đa, quy tắc. Sửa một ô thì kết quả tính lại ngay. Kết quả đã sửa là bản thử, không phải kết quả chính thức.`,
    },
    {
      title: 'Ký hiệu',
      text: `${marks.none}: không áp dụng, ra khỏi điểm tối đa. ${marks.missing}: chưa có số liệu (không phải 0 điểm). ${marks.few}: ít hơn ${index.minimum.answers} người trả lời, không nêu số. ${marks.hidden}: không nêu, vì từ số này và số chung có thể tính ra số của nhóm ít người.`,
    },
    {
      title: 'Không phải công thức',
      text: `Khoảng tin cậy, sai số chuẩn và thứ hạng “từ … đến” tính từ thiết kế mẫu nên là giá trị (${names.ranks}, ${names.cells}); chúng không đổi khi sửa số liệu.`,
    },
  ]
}

function inEnglish({ names, marks, index }: Model): Paragraph[] {
  return [
    { title: 'Method', text: inLanguage(index.method, 'en') },
    {
      title: 'Stages',
      text: `Every stage is a sheet; numbers of a later sheet are formulas that point to earlier ones: ${names.raw} → ${names.valid} → ${names.full} → ${names.applicable} → ${names.weight} → ${names.measured} → ${names.weighted} → ${names.whole} → ${names.points} → ${names.ranks}. A criterion stands in the same row of all sheets from ${names.scale} and ${names.valid} to ${names.points}. Click a cell to see where its number comes from.`,
    },
    {
      title: 'What may be changed',
      text: `The yellow cells of ${names.raw}, ${names.scale} and ${names.rules}: figures, points of answers, weights, maximum points, rules. The result follows at once. A changed workbook is a trial, no official result.`,
    },
    {
      title: 'Marks',
      text: `${marks.none}: does not apply and leaves the maximum. ${marks.missing}: no figure (which is not zero). ${marks.few}: fewer than ${index.minimum.answers} people answered, no number is given. ${marks.hidden}: not given, because with the total it would tell the number of a small group.`,
    },
    {
      title: 'No formulas',
      text: `Intervals, standard errors and ranks “from … to” come from the design of the sample and are values (${names.ranks}, ${names.cells}); they do not follow when a figure is changed.`,
    },
  ]
}

const hasFixedNumbers = ({ lines, units, fixed }: Model) =>
  units.some((_, unit) => lines.some((line) => typeof fixed(line, unit) === 'number'))

function fixedNote({ language }: Model): Paragraph {
  return language === 'vi'
    ? {
        title: 'Theo số của trang',
        text: 'Một số ô ghi đúng số mà trang kết quả hiển thị (giá trị) thay cho công thức: vì có phần bên dưới không được nêu, hoặc vì từ khi chốt đã có thêm phiếu hay số liệu khác.',
      }
    : {
        title: 'As on the page',
        text: 'Some cells hold the number of the results page (a value) in place of a formula: a part below is not given, or more answers or other figures came in since the freeze.',
      }
}

function valueNote({ language }: Model, lines: readonly Line[]): Paragraph {
  const codes = lines.map(({ code }) => code).join(', ')
  return language === 'vi'
    ? {
        title: 'Ghi thành giá trị',
        text: `Tỷ lệ của các tiêu chí sau ghi thành giá trị, vì cách xếp giữa các đơn vị (xử lý giá trị ngoại lai, hoặc cần số của đơn vị không hiển thị) không viết được thành công thức ở đây: ${codes}.`,
      }
    : {
        title: 'Written as values',
        text: `The shares of these criteria are values, because their place among the units (treatment of outliers, or figures of units that are not shown) cannot be a formula here: ${codes}.`,
      }
}
