// What a public log is, in plain words: head, leaf, what is proven, what is not, and how to verify it oneself.
import { useTranslations } from 'next-intl'
import style from './prose.module.css'
import { ProseSections } from './prose-sections'

const sections = ['what', 'proven', 'notProven', 'when', 'verify'] as const

export function LedgerWords() {
  const t = useTranslations('ledger.words')
  return (
    <div className={style.prose}>
      <ProseSections
        sections={sections.map((id) => ({ id, title: t(`${id}.title`), text: t(`${id}.text`) }))}
      />
    </div>
  )
}
