'use client'
// Checks a receipt file in the reader's browser: the file stays there. What leaves it is the hash of the answer, and for a
// confidential ballot not even that: there the whole public log is fetched and searched here.
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { fromBase64url } from '#lib/ledger/base64url'
import { fingerprint } from '#lib/ledger/head'
import { checkReceipt, type ReceiptFile, readReceiptFile } from '#lib/ledger/receipt-file'
import { findInLog, type LogAnswer } from './find-in-log'
import style from './plain-form.module.css'

type Checked = { file: ReceiptFile; log: LogAnswer | 'asking' }

export function ReceiptCheck() {
  const t = useTranslations('receipt')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [checked, setChecked] = useState<Checked | 'unreadable' | null>(null)
  async function check(content: string) {
    const file = readReceiptFile(content)
    if (!file) return setChecked('unreadable')
    setChecked({ file, log: 'asking' })
    const log = await findInLog(file)
    // another file may have been chosen while the log was asked
    setChecked((shown) => (shown !== 'unreadable' && shown?.file === file ? { file, log } : shown))
  }
  async function checkChosen() {
    const [chosen] = input.current?.files ?? []
    if (chosen) await check(await chosen.text().catch(() => ''))
  }
  // a link from the page where the answer was given carries the file behind its #, which no server sees; over a slow
  // network a file may have been chosen before the page could listen
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    const bytes = fromBase64url(location.hash.slice(1))
    if (bytes?.length) void check(new TextDecoder().decode(bytes))
    else void checkChosen()
  }, [])
  return (
    <div className={style.form}>
      <div className={style.field}>
        <label htmlFor={id}>{t('file')}</label>
        <input ref={input} id={id} type="file" accept=".json,application/json" onChange={checkChosen} />
      </div>
      <noscript>{t('noScript')}</noscript>
      <div role="status">
        {checked === 'unreadable' && <p className={style.problem}>{t('unreadable')}</p>}
        {checked && checked !== 'unreadable' && <Verdict {...checked} />}
      </div>
    </div>
  )
}

function Verdict({ file, log }: Checked) {
  const t = useTranslations('receipt')
  const { isOwnLeaf, promise, proof } = checkReceipt(file)
  const key = file.promise?.key ?? file.proof?.head.key
  return (
    <>
      <ul>
        <li>
          {t('receiptOf')} <code>{file.answer.receipt}</code>
        </li>
        <li>{t(isOwnLeaf ? 'ownLeaf' : 'foreignLeaf')}</li>
        <li>{t(`promise.${promise}`)}</li>
        {proof !== 'none' && <li>{t(`proof.${proof}`, { size: file.proof!.head.size })}</li>}
        {log === 'asking' ? (
          <li>{t('asking')}</li>
        ) : (
          <li>
            <strong>
              {t(`log.${log.state}`, 'index' in log ? { index: log.index, size: log.size } : {})}
            </strong>
          </li>
        )}
        {key && <li>{t('signedBy', { fingerprint: fingerprint(key) })}</li>}
      </ul>
      <SaveWithProof file={file} log={log} />
    </>
  )
}

/** The same file with the newest proof: from then on it proves itself without any network. */
function SaveWithProof({ file, log }: Checked) {
  const t = useTranslations('receipt')
  if (log === 'asking' || log.state !== 'logged' || !log.proof) return null
  const content = JSON.stringify({ ...file, proof: log.proof }, null, 1)
  return (
    <p>
      <a
        className="button button-quiet"
        download={`bien-nhan-${file.answer.receipt.slice(0, 8)}.json`}
        href={`data:application/json;charset=utf-8,${encodeURIComponent(content)}`}
      >
        {t('saveProof')}
      </a>
    </p>
  )
}
