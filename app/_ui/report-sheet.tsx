// A report as a page to print, or as a part of a page: the same blocks and the same pictures as in the Word file.
import { documentWords } from '#lib/reports/document-words'
import { drawChart } from '#lib/reports/draw-chart'
import { type Block, type Report, textOfCell } from '#lib/reports/report'
import style from './report-sheet.module.css'

/** As a part of a page its headings stand two levels lower. */
export function ReportSheet({ report, isPart }: { report: Report; isPart?: boolean }) {
  const { letterhead, signature, language } = report
  const words = documentWords[language]
  const Title = isPart ? 'h3' : 'h1'
  const Annex = isPart ? 'h4' : 'h2'
  return (
    <article className={style.sheet} lang={language}>
      {report.mark && <p className={style.mark}>{report.mark}</p>}
      <header className={style.head}>
        <div>
          {letterhead.parent && <p className={style.upper}>{letterhead.parent}</p>}
          <p className={style.agency}>{letterhead.agency}</p>
          <hr className={style.short} />
          <p>
            {words.number} {letterhead.number}
          </p>
        </div>
        <div>
          <p className={style.state}>{words.state}</p>
          <p className={style.motto}>{words.motto}</p>
          <hr className={style.long} />
          <p className={style.date}>{words.date(letterhead.day, letterhead.place)}</p>
        </div>
      </header>
      <Title className={style.title}>
        <span className={style.kind}>{report.kind}</span>
        {report.subject}
      </Title>
      <hr className={style.short} />
      {report.addressees.length > 0 && (
        <p className={style.to}>
          {words.to} {report.addressees.join('; ')}.
        </p>
      )}
      {report.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a report never move
        <ReportBlock key={at} block={block} isPart={isPart} />
      ))}
      <footer className={style.closing}>
        <div>
          <p className={style.copies}>{words.recipients}</p>
          <ul>
            {report.recipients.map((recipient, at) => (
              <li key={recipient}>{`- ${recipient}${at === report.recipients.length - 1 ? '.' : ';'}`}</li>
            ))}
          </ul>
        </div>
        <div className={style.signed}>
          <p>{signature.authority}</p>
          <p>{signature.position}</p>
          <p className={style.name}>{signature.name}</p>
        </div>
      </footer>
      {report.annex.length > 0 && (
        <section className={style.annex}>
          <Annex>{words.annex}</Annex>
          <p className={style.to}>{words.annexOf({ ...letterhead, kind: report.kind })}</p>
          {report.annex.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a report never move
            <ReportBlock key={at} block={block} isPart={isPart} />
          ))}
        </section>
      )}
    </article>
  )
}

function ReportBlock({ block, isPart }: { block: Block; isPart: boolean | undefined }) {
  switch (block.type) {
    case 'heading': {
      const Heading = isPart
        ? (['h4', 'h5'] as const)[block.level - 1]!
        : (['h2', 'h3'] as const)[block.level - 1]!
      return <Heading data-level={block.level}>{block.text}</Heading>
    }
    case 'paragraph':
      return <p className={style.text}>{block.text}</p>
    case 'list':
      return (
        <ul className={style.list}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return <ReportTable {...block} />
    case 'chart':
      return <ReportChart {...block} />
  }
}

function ReportTable({ table: { caption, columns, rows, note } }: Extract<Block, { type: 'table' }>) {
  return (
    <figure className={style.figure}>
      {/* A box that scrolls must be reachable by keyboard, hence the tab stop and the name. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region */}
      <section className={style.scroll} aria-label={caption} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ head }) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.map(textOfCell).join('|')}>
                {row.map((cell, at) => (
                  <td key={columns[at]?.head} data-number={columns[at]?.isNumber}>
                    {textOfCell(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {note && <figcaption className={style.note}>{note}</figcaption>}
    </figure>
  )
}

function ReportChart({ chart, cells, labels, caption }: Extract<Block, { type: 'chart' }>) {
  const picture = drawChart(chart, cells, labels)
  if (!picture) return null
  return (
    <figure className={style.figure}>
      {/* biome-ignore lint/performance/noImgElement: drawn here, nothing to optimise */}
      <img
        className={style.picture}
        src={`data:image/png;base64,${picture.png.toString('base64')}`}
        width={picture.width}
        height={picture.height}
        alt={caption}
      />
      <figcaption className={style.caption}>{caption}</figcaption>
    </figure>
  )
}
