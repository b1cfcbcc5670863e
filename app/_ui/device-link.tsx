// How a collecting device is started: its link to open, copy or scan, and what to do there, step by step.
import { getTranslations } from 'next-intl/server'
import { answerLink } from '#lib/answer-link'
import { CopyLink } from './copy-link'
import style from './page.module.css'
import { QrCode } from './qr-code'

export type DevicePlace = {
  wave: string
  unit: string
  mode: 'kiosk' | 'assisted'
  place?: string
  collector?: string
}

const steps = {
  kiosk: ['open', 'install', 'pin', 'pinning', 'placement'],
  assisted: ['open', 'install', 'next', 'unsent'],
} as const

type Props = {
  /** Where citizens reach the system, e.g. "https://…". */
  origin: string
  place: DevicePlace
  unitName: string
}

export async function DeviceLink({ origin, place, unitName }: Props) {
  const t = await getTranslations('collect')
  const link = answerLink(origin, place)
  return (
    <section className={style.panel} aria-labelledby="device-link">
      <h3 id="device-link">
        {t(`modes.${place.mode}`)}: {unitName}
      </h3>
      <div className={style.row}>
        <div style={{ width: '11rem' }}>
          <QrCode text={link} label={t('qr')} />
        </div>
        <ol style={{ flex: '1 1 20rem' }}>
          {steps[place.mode].map((step) => (
            <li key={step}>{t(`steps.${step}`)}</li>
          ))}
        </ol>
      </div>
      <CopyLink link={link} unit={unitName} />
    </section>
  )
}
