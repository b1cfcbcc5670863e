'use client'
// Slips with invitation codes on A4, eight a sheet, to be cut along the lines. As with visit codes they take the place of the
// whole page until the officer says that they are printed: the codes are told this once.
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { answerLink } from '#lib/answer-link'
import { formatInvitationCode } from '#lib/ballots/invitation-code'
import { PrintButton } from './print-button'
import { QrCode } from './qr-code'
import style from './visit-slips.module.css'

type Props = {
  codes: string[]
  unit: string
  /** Of the list of public keys. */
  fingerprint: string
  wave: { id: string; title: string; isSample: boolean }
  unitName: string
  /** Closing time, in Vietnamese. */
  until: string
  origin: string
}

const onSheet = 8

export function BallotSlips(props: Props) {
  const { codes, unitName, wave } = props
  const [isPrinted, setPrinted] = useState(false)
  const t = useTranslations('ballots')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isPrinted) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    heading.current?.focus()
    return () => removeEventListener('beforeunload', ask)
  }, [isPrinted])
  if (isPrinted) return <p role="status">{t('printedDone', { count: codes.length })}</p>
  const sheets = Array.from({ length: Math.ceil(codes.length / onSheet) }, (_, sheet) =>
    codes.slice(sheet * onSheet, (sheet + 1) * onSheet),
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
          {some.map((code) => (
            <Slip key={code} code={code} {...props} />
          ))}
          <p className={style.margin}>{`${wave.title} · ${sheet + 1}/${sheets.length}`}</p>
        </section>
      ))}
    </main>,
    document.body,
  )
}

function Slip({ code, unit, fingerprint, wave, unitName, until, origin }: Props & { code: string }) {
  const page = answerLink(origin, { wave: wave.id, unit })
  const printed = formatInvitationCode(code)
  return (
    <article className={style.slip} lang="vi">
      <div className={style.side}>
        <div className={style.code}>
          <QrCode text={`${page}#${code}`} label={printed} />
        </div>
      </div>
      <div className={style.text}>
        {wave.isSample && <p className={style.sample}>DỮ LIỆU MẪU · KHÔNG PHÁT</p>}
        <h2>Thư mời bỏ phiếu kín</h2>
        <p className={style.unit}>{unitName}</p>
        <p>{wave.title}</p>
        <p>
          Quét mã, hoặc mở <strong className={style.address}>{page.replace(/^https?:\/\//, '')}</strong> và
          nhập mã:
        </p>
        <p>
          <strong>{printed}</strong>
        </p>
        <p>
          Mỗi thư bỏ được một phiếu, đến <strong>{until}</strong>. Không ai biết được phiếu nào là của ai.
        </p>
      </div>
      <div className={style.others}>
        <p>
          Dấu vân danh sách khóa, so với dấu trên trang và của người khác: <strong>{fingerprint}</strong>
        </p>
        <p lang="en">
          <strong>Secret ballot.</strong> Scan, or open the address and type the code. One ballot a letter.
          Compare the fingerprint of the keys with the page.
        </p>
      </div>
    </article>
  )
}
