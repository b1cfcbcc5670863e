// The criteria of an index as a nested list: weight or points, and where each figure comes from.
import { useLocale, useTranslations } from 'next-intl'
import { describeRule, ruleOf } from '#lib/definitions/entered-rule'
import type { Criterion, Normalise } from '#lib/definitions/index-file'
import type { Source } from '#lib/definitions/index-source'
import { inLanguage } from '#lib/surveys/local-text'
import style from './criteria-tree.module.css'
import { NoText } from './no-text'
import tree from './tree.module.css'

type Props = {
  criteria: Criterion[]
  /** Codes whose points or weights no official text sets. */
  noText: ReadonlySet<string>
}

export function CriteriaTree({ criteria, noText }: Props) {
  return (
    <ul className={tree.tree}>
      {criteria.map((criterion) => (
        <li key={criterion.code}>
          <CriterionLine criterion={criterion} hasText={!noText.has(criterion.code)} />
          {criterion.children && <CriteriaTree criteria={criterion.children} noText={noText} />}
        </li>
      ))}
    </ul>
  )
}

function CriterionLine({ criterion, hasText }: { criterion: Criterion; hasText: boolean }) {
  const t = useTranslations('definitions')
  const language = useLocale()
  const { code, name, weight, max, source, basis, treat, normalise, direction } = criterion
  return (
    <div className={`${tree.box} ${style.line}`}>
      <span className={tree.name}>
        {inLanguage(name, language)} <code className={style.code}>{code}</code> {!hasText && <NoText />}
      </span>
      <span className={style.share}>
        {max !== undefined && t('points', { max })}
        {weight !== undefined && t('weight', { share: Math.round(weight * 1000) / 10 })}
      </span>
      {source && (
        <span className={style.source}>
          <SourceWords source={source} />
          {direction === 'lower' && ` · ${t('lowerIsBetter')}`}
          {treat && ` · ${t('treated', { ways: [treat.first, treat.second].filter(Boolean).join(', ') })}`}
          {normalise && ` · ${t(`normalised.${normalise.method}`, scaleNumbers(normalise))}`}
        </span>
      )}
      {basis?.note && <span className={style.source}>{inLanguage(basis.note, language)}</span>}
    </div>
  )
}

/** The numbers of a scale, for the sentence about it. */
function scaleNumbers(normalise: Normalise): Record<string, number> {
  if (normalise.method === 'min-max') return { low: normalise.to[0], high: normalise.to[1] }
  const { method: _method, ...numbers } = normalise
  return numbers
}

function SourceWords({ source }: { source: Source }) {
  const t = useTranslations('definitions')
  const language = useLocale() === 'en' ? 'en' : 'vi'
  if ('form' in source) return t('asked', { form: source.form, count: source.variables.length })
  if ('entered' in source) {
    const unit = source.entered.unit ? inLanguage(source.entered.unit, language) : ''
    return t('entered', { rule: describeRule(ruleOf(source.entered), unit)[language] })
  }
  if ('index' in source) return t('otherIndex', { index: `${source.index}.v${source.version}` })
  if ('external' in source) return t('external', { series: source.external.series })
  return (
    <>
      {t('expression', { expression: source.expression })}
      {Object.entries(source.parts).map(([name, part]) => (
        <span key={name}>
          {' · '}
          <code>{name}</code>: <SourceWords source={part} />
        </span>
      ))}
    </>
  )
}
