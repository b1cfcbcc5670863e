'use client'
// Slips with visit codes on A4, eight a sheet, six with three languages, to be cut along the lines. They take the place of the whole page until the
// officer says that they are printed: the codes exist nowhere else, and leaving the page by mistake would waste them.
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { answerLink } from '#lib/answer-link'
import type { SlipWords } from '#lib/surveys/slip-words'
import type { FreshCodes } from '#lib/visit-batch'
import { PrintButton } from './print-button'
import { QrCode } from './qr-code'
import style from './visit-slips.module.css'

type Props = {
  fresh: FreshCodes
  wave: { id: string; title: string; isSample: boolean }
  /** In Vietnamese, as everything large on the slip. */
  unitName: string
  words: SlipWords[]
  origin: string
}

const onSheet = { two: 8, three: 6 }

export function VisitSlips({ fresh, wave, unitName, words, origin }: Props) {
  const [isPrinted, setPrinted] = useState(false)
  const t = useTranslations('codes')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isPrinted) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    heading.current?.focus()
    return () => removeEventListener('beforeunload', ask)
  }, [isPrinted])
  if (isPrinted) return <p role="status">{t('printedDone', { count: fresh.codes.length })}</p>
  const size = words.length > 2 ? onSheet.three : onSheet.two
  const sheets = Array.from({ length: Math.ceil(fresh.codes.length / size) }, (_, sheet) =>
    fresh.codes.slice(sheet * size, (sheet + 1) * size),
  )
  return createPortal(
    <main id="slips" className={style.page}>
      <div className={style.tools}>
        <h1 ref={heading} tabIndex={-1}>
          {t('slips', { count: fresh.codes.length, unit: unitName })}
        </h1>
        <p>{t('slipsNote')}</p>
        <p className={style.buttons}>
          <PrintButton label={t('print')} />
          <button type="button" className="button button-quiet" onClick={() => setPrinted(true)}>
            {t('isPrinted')}
          </button>
        </p>
      </div>
      {sheets.map((codes, sheet) => (
        <section key={codes[0]} className={style.sheet} aria-label={t('sheet', { sheet: sheet + 1 })}>
          {codes.map((code) => (
            <Slip key={code} {...{ code, fresh, wave, unitName, words, origin }} />
          ))}
          <p className={style.margin}>
            {[wave.title, fresh.label, `${sheet + 1}/${sheets.length}`].filter(Boolean).join(' · ')}
          </p>
        </section>
      ))}
    </main>,
    document.body,
  )
}

function Slip({ code, fresh, wave, unitName, words, origin }: Props & { code: string }) {
  const { unit, place, collector, validTo } = fresh
  const link = answerLink(origin, { wave: wave.id, unit, place, collector, visitCode: code })
  const [own, ...others] = words
  const until = validTo.split('-').reverse().join('/')
  const groups = code.replace(/(\d{4})(?=\d)/g, '$1 ')
  return (
    <article className={style.slip} lang="vi">
      <div className={style.side}>
        <div className={style.code}>
          <QrCode text={link} label={groups} />
        </div>
        <p className={style.digits}>{groups}</p>
      </div>
      <div className={style.text}>
        {wave.isSample && <p className={style.sample}>DỮ LIỆU MẪU · KHÔNG PHÁT</p>}
        <h2>{own!.slipTitle}</h2>
        <p className={style.unit}>{unitName}</p>
        <p>{own!.slipText}</p>
        <p>
          {own!.slipHow}{' '}
          <strong className={style.address}>{`${origin.replace(/^https?:\/\//, '')}/v`}</strong>
        </p>
        <p>
          {own!.slipUntil} <strong>{until}</strong>.
        </p>
      </div>
      <div className={style.others}>
        {others.map((say) => (
          <p key={say.language} lang={say.language}>
            <strong>{say.slipTitle}.</strong> {say.slipText} {say.slipHow}{' '}
            {origin.replace(/^https?:\/\//, '')}/v. {say.slipUntil} {until}.
          </p>
        ))}
      </div>
    </article>
  )
}
