// The weights of siblings as fields of a plain GET form: it works without a script, and its address can be passed on.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import style from './weight-fields.module.css'

type Sibling = { code: string; name: string; official: string; value: string; isWrong: boolean }
type Props = { siblings: Sibling[]; kept: Record<string, string>; back: string }

export function WeightFields({ siblings, kept, back }: Props) {
  const t = useTranslations('results.try')
  return (
    <form method="get" className={style.form}>
      {Object.entries(kept).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {siblings.map(({ code, name, official, value, isWrong }) => (
        <label key={code} className={style.field}>
          <span>{name}</span>
          <input
            name={`w.${code}`}
            defaultValue={value}
            inputMode="decimal"
            autoComplete="off"
            maxLength={12}
            aria-invalid={isWrong || undefined}
          />
          <span className={style.official}>{official}</span>
        </label>
      ))}
      <p className={style.buttons}>
        <button type="submit" className="button">
          {t('compute')}
        </button>
        <Link href={back}>{t('back')}</Link>
      </p>
    </form>
  )
}
