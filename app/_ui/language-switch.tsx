// Vietnamese or English: a plain form, so it works before and without scripts.
import { useLocale, useTranslations } from 'next-intl'
import { languages } from './language'
import style from './language-switch.module.css'

export function LanguageSwitch({ change }: { change: (form: FormData) => Promise<void> }) {
  const t = useTranslations('language')
  const current = useLocale()
  return (
    <form action={change} className={style.form}>
      <fieldset className={style.group}>
        <legend className="visually-hidden">{t('label')}</legend>
        {languages.map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            aria-pressed={language === current}
            aria-label={t(language)}
            className={style.button}
          >
            {language === 'vi' ? 'VI' : 'EN'}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
