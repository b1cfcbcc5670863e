// What the office writes into its document before it is saved or printed. A plain form that asks for the same page again, so
// that it works without a script and nothing of it is stored.
import { useTranslations } from 'next-intl'
import { paperFields } from '#lib/reports/fill-paper'
import style from './paper-form.module.css'

export function PaperForm({ query }: { query: Record<string, string> }) {
  const t = useTranslations('reports')
  const kept = Object.entries(query).filter(([name]) => !(paperFields as readonly string[]).includes(name))
  return (
    <details className={style.paper} open={paperFields.some((name) => query[name])}>
      <summary>{t('paper.title')}</summary>
      <form>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {paperFields.map((name) => (
          <label key={name}>
            <span>{t(`paper.${name}`)}</span>
            <input
              name={name}
              type={name === 'day' ? 'date' : 'text'}
              maxLength={name === 'to' ? 300 : name === 'number' ? 20 : 100}
              defaultValue={query[name] ?? ''}
            />
          </label>
        ))}
        <button type="submit" className="button">
          {t('paper.fill')}
        </button>
      </form>
    </details>
  )
}
