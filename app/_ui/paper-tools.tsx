// Above the printed form, on the screen only: for which unit, in which second language, and the button that prints.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import style from './paper-tools.module.css'
import { PrintButton } from './print-button'

type Props = {
  back: ReactNode
  units: { id: string; name: string }[]
  unit: string
  /** Beside Vietnamese. */
  languages: string[]
  second: string
}

export function PaperTools({ back, units, unit, languages, second }: Props) {
  const t = useTranslations('paper')
  return (
    <div className={`paper-tools ${style.tools}`}>
      {back}
      <form className={style.form}>
        <label>
          {t('unit')}{' '}
          <select name="unit" defaultValue={unit}>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('secondLanguage')}{' '}
          <select name="second" defaultValue={second || 'none'}>
            <option value="none">{t('onlyVietnamese')}</option>
            {languages.map((language) => (
              <option key={language} value={language}>
                {t(`languages.${language as 'en'}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          {t('show')}
        </button>
      </form>
      <PrintButton label={t('printNow')} />
      <p className={style.note}>{t('printNote')}</p>
    </div>
  )
}
