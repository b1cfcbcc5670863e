// The criteria of an index as a nested list: weight or points, and where each figure comes from.
import { useLocale, useTranslations } from 'next-intl'
import type { Criterion } from '#lib/definitions/index-file'
import { inLanguage } from '#lib/surveys/local-text'
import style from './criteria-tree.module.css'
import tree from './tree.module.css'

export function CriteriaTree({ criteria }: { criteria: Criterion[] }) {
  return (
    <ul className={tree.tree}>
      {criteria.map((criterion) => (
        <li key={criterion.code}>
          <CriterionLine criterion={criterion} />
          {criterion.children && <CriteriaTree criteria={criterion.children} />}
        </li>
      ))}
    </ul>
  )
}

function CriterionLine({ criterion }: { criterion: Criterion }) {
  const t = useTranslations('definitions')
  const language = useLocale()
  const { code, name, weight, max, source } = criterion
  return (
    <div className={`${tree.box} ${style.line}`}>
      <span className={tree.name}>
        {inLanguage(name, language)} <code className={style.code}>{code}</code>
      </span>
      <span className={style.share}>
        {max !== undefined && t('points', { max })}
        {weight !== undefined && t('weight', { share: Math.round(weight * 1000) / 10 })}
      </span>
      {source && (
        <span className={style.source}>
          {'entered' in source
            ? t('entered', {
                max: source.entered.max,
                unit: source.entered.unit ? inLanguage(source.entered.unit, language) : '',
              })
            : t('asked', { form: source.form, count: source.variables.length })}
        </span>
      )}
    </div>
  )
}
