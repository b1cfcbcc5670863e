// What a public log is, in plain words: head, leaf, what is proven, what is not, and how to verify it oneself.
import { useTranslations } from 'next-intl'
import style from './prose.module.css'

const sections = ['what', 'proven', 'notProven', 'when', 'verify'] as const

export function LedgerWords() {
  const t = useTranslations('ledger.words')
  return (
    <div className={style.prose}>
      {sections.map((section) => (
        <section key={section} aria-labelledby={section}>
          <h2 id={section}>{t(`${section}.title`)}</h2>
          {t(`${section}.text`)
            .split('\n')
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </section>
      ))}
    </div>
  )
}
