// One letter of invitation, as large as a sheet of A4.
import { createTranslator } from 'next-intl'
import en from '../_messages/en.json'
import vi from '../_messages/vi.json'
import style from './letter-sheet.module.css'
import { QrCode } from './qr-code'

type Props = {
  letter: {
    language: 'vi' | 'en'
    recipient: string[]
    subject: string
    body: string
    link: string
    code: string
  }
  isSample: boolean
}

export function LetterSheet({ letter, isSample }: Props) {
  const { language, recipient, subject, body, link, code } = letter
  const t =
    language === 'en'
      ? createTranslator({ locale: 'en', messages: en, namespace: 'invitations' })
      : createTranslator({ locale: 'vi', messages: vi, namespace: 'invitations' })
  const [address] = link.split('#')
  return (
    <article className={style.sheet} lang={language}>
      {isSample && <p className={style.sample}>{t('letterSample')}</p>}
      <address className={style.window}>
        {recipient.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <h2 className={style.subject}>{subject}</h2>
      <p className={style.body}>{body}</p>
      <div className={style.entry}>
        <div className={style.qr}>
          <QrCode text={link} label={t('letterCode')} />
        </div>
        <div>
          <p>{t('letterScan')}</p>
          <p className={style.address}>{address}</p>
          <p>
            {t('letterCode')}: <strong className={style.code}>{code}</strong>
          </p>
        </div>
      </div>
    </article>
  )
}
