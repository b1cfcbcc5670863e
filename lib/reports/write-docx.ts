// A report as a Word file laid out like an administrative document: agency and motto side by side, number and date, kind
// and subject, text, signature with the list of copies. A4, Times New Roman 14, page numbers from the second page on.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type ITableCellBorders,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { documentWords } from '#lib/reports/document-words'
import { drawChart } from '#lib/reports/draw-chart'
import { type Block, type Report, type ReportTable, textOfCell } from '#lib/reports/report'

/** Twentieths of a point per millimetre. */
const millimetre = 56.7
const margin = { top: 20, bottom: 20, left: 30, right: 15 }
/** What is left of A4 between the margins. */
const width = Math.round((210 - margin.left - margin.right) * millimetre)
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders: ITableCellBorders = { top: none, bottom: none, left: none, right: none }
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** The bytes of the .docx file. The same report gives the same text, tables and pictures. */
export async function writeDocx(report: Report): Promise<Buffer> {
  const document = new Document({
    title: report.subject,
    creator: report.letterhead.agency,
    description: report.kind,
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: 28, language: { value: language(report) } } },
        heading1: { run: { bold: true, size: 28, color: '000000' } },
        heading2: { run: { bold: true, italics: true, size: 28, color: '000000' } },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: Math.round(210 * millimetre), height: Math.round(297 * millimetre) },
            margin: Object.fromEntries(
              Object.entries(margin).map(([side, size]) => [side, Math.round(size * millimetre)]),
            ),
          },
        },
        headers: {
          first: new Header({ children: markOf(report) }),
          default: new Header({ children: [centred([pageNumber()]), ...markOf(report)] }),
        },
        footers: { first: new Footer({ children: [] }), default: new Footer({ children: [] }) },
        children: [
          letterhead(report),
          ...heading(report),
          ...report.blocks.flatMap((block, at) => blockOf(block, at === report.blocks.length - 1)),
          new Paragraph({ spacing: { before: 240 }, keepNext: true }),
          closing(report),
          ...annexOf(report),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const language = (report: Report) => (report.language === 'en' ? 'en-GB' : 'vi-VN')
const pageNumber = () => new TextRun({ children: [PageNumber.CURRENT], size: 26 })
const text = (content: string, look: { bold?: boolean; italics?: boolean; size?: number } = {}) =>
  new TextRun({ text: content, ...look })
const centred = (children: ParagraphChild[], after = 0) =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after }, children })

function markOf({ mark }: Report): Paragraph[] {
  return mark ? [centred([text(mark, { italics: true, size: 22 })], 120)] : []
}

/** Agency on the left, state and motto on the right, a rule under each, number and date below. */
function letterhead({ letterhead: head, language: code }: Report): Table {
  const words = documentWords[code]
  const left = [
    ...(head.parent ? [centred([text(head.parent.toUpperCase(), { size: 24 })])] : []),
    centred([text(head.agency.toUpperCase(), { bold: true, size: 26 })]),
    rule(0.3),
    centred([text(`${words.number} ${head.number}`, { size: 26 })]),
  ]
  const right = [
    centred([text(words.state, { bold: true, size: 24 })]),
    centred([text(words.motto, { bold: true, size: 26 })]),
    rule(0.6),
    centred([text(words.date(head.day, head.place), { italics: true, size: 26 })]),
  ]
  return sideBySide(left, right, 0.42)
}

/** A short rule in the middle of its cell: a paragraph with a lower border and wide indents. */
function rule(share: number): Paragraph {
  const indent = Math.round((width / 2) * ((1 - share) / 2))
  return new Paragraph({
    border: { bottom: { ...line, space: 1 } },
    indent: { left: indent, right: indent },
    spacing: { line: 120, lineRule: LineRuleType.EXACT, after: 80 },
  })
}

function heading({ kind, subject, addressees, language: code }: Report): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 320 },
      children: [text(kind.toUpperCase(), { bold: true })],
    }),
    centred([text(subject, { bold: true })]),
    rule(0.3),
    ...(addressees.length > 0
      ? [centred([text(`${documentWords[code].to} ${addressees.join('; ')}.`)], 120)]
      : []),
  ]
}

/** `isLast`: nothing but the signature follows, which must not stand on a page alone. */
function blockOf(block: Block, isLast = false): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          spacing: { before: 200, after: 100 },
          keepNext: true,
          text: block.text,
        }),
      ]
    case 'paragraph':
      return [bodyText(block.text, isLast)]
    case 'list':
      return block.items.map((item, at) => bodyText(`- ${item}`, isLast && at >= block.items.length - 2))
    case 'table':
      return tableOf(block.table)
    case 'chart':
      return chartOf(block)
  }
}

const bodyText = (content: string, keepNext = false) =>
  new Paragraph({
    keepNext,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: Math.round(10 * millimetre) },
    spacing: { before: 60, after: 60, line: 276 },
    children: [text(content)],
  })

function tableOf({ caption, columns, rows, note }: ReportTable): (Paragraph | Table)[] {
  const given = columns.reduce((sum, { share }) => sum + (share ?? 0), 0)
  const open = columns.filter(({ share }) => share === undefined).length
  const widths = columns.map(({ share }) => Math.floor(width * (share ?? (1 - given) / open)))
  const row = (cells: string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((content, at) => {
        const alignment =
          isHead || !columns[at]?.isNumber
            ? isHead
              ? AlignmentType.CENTER
              : AlignmentType.LEFT
            : AlignmentType.RIGHT
        return new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          margins: { left: 80, right: 80, top: 40, bottom: 40 },
          shading: isHead ? { fill: 'E8EEF0' } : undefined,
          children: [new Paragraph({ alignment, children: [text(content, { bold: isHead, size: 24 })] })],
        })
      }),
    })
  return [
    new Paragraph({
      spacing: { before: 160, after: 80 },
      keepNext: true,
      alignment: AlignmentType.CENTER,
      children: [text(caption, { bold: true, size: 26 })],
    }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        row(
          columns.map(({ head }) => head),
          true,
        ),
        ...rows.map((cells) => row(cells.map(textOfCell), false)),
      ],
    }),
    new Paragraph({
      spacing: { before: 40, after: 120 },
      children: note ? [text(note, { italics: true, size: 22 })] : [],
    }),
  ]
}

function chartOf({ chart, cells, labels, caption }: Extract<Block, { type: 'chart' }>): Paragraph[] {
  const picture = drawChart(chart, cells, labels)
  if (!picture) return []
  const scale = width / 20 / 0.75 / picture.width
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 160 },
      children: [
        new ImageRun({
          type: 'png',
          data: picture.png,
          transformation: {
            width: Math.round(picture.width * scale),
            height: Math.round(picture.height * scale),
          },
          altText: { name: chart, title: caption, description: caption },
        }),
      ],
    }),
    centred([text(caption, { italics: true, size: 24 })], 160),
  ]
}

/** Copies on the left, who signs on the right, with room for hand and seal. */
function closing({ signature, recipients, language: code }: Report): Table {
  const copies = [
    new Paragraph({
      children: [text(documentWords[code].recipients, { bold: true, italics: true, size: 24 })],
    }),
    ...recipients.map(
      (recipient, at) =>
        new Paragraph({
          children: [text(`- ${recipient}${at === recipients.length - 1 ? '.' : ';'}`, { size: 22 })],
        }),
    ),
  ]
  const signed = [
    ...(signature.authority ? [centred([text(signature.authority.toUpperCase(), { bold: true })])] : []),
    centred([text(signature.position.toUpperCase(), { bold: true })], 1400),
    centred([text(signature.name, { bold: true })]),
  ]
  return sideBySide(copies, signed, 0.48)
}

function annexOf({ annex, language: code, kind, letterhead: head }: Report): (Paragraph | Table)[] {
  if (annex.length === 0) return []
  const words = documentWords[code]
  return [
    new Paragraph({
      pageBreakBefore: true,
      alignment: AlignmentType.CENTER,
      children: [text(words.annex.toUpperCase(), { bold: true })],
    }),
    centred([text(words.annexOf({ ...head, kind }), { italics: true })], 120),
    ...annex.flatMap((block) => blockOf(block)),
  ]
}

function sideBySide(left: Paragraph[], right: Paragraph[], share: number): Table {
  const widths = [Math.floor(width * share), Math.floor(width * (1 - share))]
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, at) =>
            new TableCell({
              width: { size: widths[at]!, type: WidthType.DXA },
              borders: noBorders,
              children,
            }),
        ),
      }),
    ],
  })
}
