// The poster of one unit, as large as a sheet of A4.
import { createFormatter, createTranslator } from 'next-intl'
import { answerLink } from '#lib/answer-link'
import type { LocalText } from '#lib/surveys/variable'
import en from '../_messages/en.json'
import vi from '../_messages/vi.json'
import style from './poster.module.css'
import { QrCode } from './qr-code'

type Props = {
  wave: {
    id: string
    title: string
    titleEn: string
    closesAt: Date
    isSample: boolean
    form: { minutes: number; asker: LocalText; purpose: LocalText }
  }
  unit: { id: string; name: string; nameEn: string }
  /** Where people reach us. */
  origin: string
}

export function Poster({ wave, unit, origin }: Props) {
  const link = answerLink(origin, { wave: wave.id, unit: unit.id })
  const vietnamese = createTranslator({ locale: 'vi', messages: vi, namespace: 'waves' })
  const english = createTranslator({ locale: 'en', messages: en, namespace: 'waves' })
  const until = (locale: 'vi' | 'en') =>
    createFormatter({ locale, timeZone: 'Asia/Ho_Chi_Minh' }).dateTime(wave.closesAt, {
      dateStyle: 'long',
      timeStyle: 'short',
    })
  const { minutes, asker, purpose } = wave.form
  return (
    <article className={style.sheet} lang="vi">
      {wave.isSample && <p className={style.sample}>{vietnamese('posterSample')}</p>}
      <p className={style.asker}>{asker.vi}</p>
      <h2 className={style.title}>{wave.title}</h2>
      <p className={style.unit}>{unit.name}</p>
      <p className={style.purpose}>{purpose.vi}</p>
      <div className={style.code}>
        <QrCode text={link} label={`${vietnamese('posterScan')}: ${unit.name}`} />
      </div>
      <p className={style.scan}>{vietnamese('posterScan')}</p>
      <p className={style.link}>
        {vietnamese('posterOpen')} <strong>{link.replace(/^https?:\/\//, '')}</strong>
      </p>
      <p className={style.facts}>{vietnamese('posterFacts', { minutes })}</p>
      <p className={style.facts}>{vietnamese('posterUntil', { time: until('vi') })}</p>
      <div className={style.english} lang="en">
        <p>
          <strong>{wave.titleEn}</strong> · {unit.nameEn}
        </p>
        <p>
          {english('posterScan')}. {english('posterFacts', { minutes })}.{' '}
          {english('posterUntil', { time: until('en') })}.
        </p>
      </div>
    </article>
  )
}
