'use client'
// Slips with codes on A4, to be cut along the lines: visit codes and invitations. They take the place of the whole page until the
// officer says that they are printed: the codes are told this once, and leaving the page by mistake would waste them.
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { PrintButton } from './print-button'
import style from './printed-slips.module.css'
import { QrCode } from './qr-code'

type Props = {
  codes: string[]
  /** Where the words of the page stand; those on the slips are Vietnamese whatever the screen speaks. */
  words: 'codes' | 'ballots'
  perSheet: number
  unitName: string
  /** At the foot of each sheet, before its number. */
  footer: string
  slip: (code: string) => ReactNode
}

export function PrintedSlips({ codes, words, perSheet, unitName, footer, slip }: Props) {
  const [isPrinted, setPrinted] = useState(false)
  const t = useTranslations(words)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isPrinted) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    heading.current?.focus()
    return () => removeEventListener('beforeunload', ask)
  }, [isPrinted])
  if (isPrinted) return <p role="status">{t('printedDone', { count: codes.length })}</p>
  const sheets = Array.from({ length: Math.ceil(codes.length / perSheet) }, (_, sheet) =>
    codes.slice(sheet * perSheet, (sheet + 1) * perSheet),
  )
  return createPortal(
    <main id="slips" className={style.page}>
      <div className={style.tools}>
        <h1 ref={heading} tabIndex={-1}>
          {t('slips', { count: codes.length, unit: unitName })}
        </h1>
        <p>{t('slipsNote')}</p>
        <p className={style.buttons}>
          <PrintButton label={t('print')} />
          <button type="button" className="button button-quiet" onClick={() => setPrinted(true)}>
            {t('isPrinted')}
          </button>
        </p>
      </div>
      {sheets.map((some, sheet) => (
        <section key={some[0]} className={style.sheet} aria-label={t('sheet', { sheet: sheet + 1 })}>
          {some.map(slip)}
          <p className={style.margin}>{`${footer} · ${sheet + 1}/${sheets.length}`}</p>
        </section>
      ))}
    </main>,
    document.body,
  )
}

type SlipProps = {
  /** What the square code says, and the same for eyes. */
  qr: string
  printed: string
  /** The code beneath the square, where it is short enough. */
  hasCodeBelow?: boolean
  isSample: boolean
  title: string
  unitName: string
  children: ReactNode
  /** In further languages, small. */
  others: ReactNode
}

/** One slip, as all of them look. */
export function Slip({ qr, printed, hasCodeBelow, isSample, title, unitName, children, others }: SlipProps) {
  return (
    <article className={style.slip} lang="vi">
      <div className={style.side}>
        <div className={style.code}>
          <QrCode text={qr} label={printed} />
        </div>
        {hasCodeBelow && <p className={style.digits}>{printed}</p>}
      </div>
      <div className={style.text}>
        {isSample && <p className={style.sample}>DỮ LIỆU MẪU · KHÔNG PHÁT</p>}
        <h2>{title}</h2>
        <p className={style.unit}>{unitName}</p>
        {children}
      </div>
      <div className={style.others}>{others}</div>
    </article>
  )
}
