// Chooses a criterion of an index, whose place in the tree is seen by dashes: a list of the browser has no other way.
import { useLocale, useTranslations } from 'next-intl'
import type { NamedCriterion } from '#lib/scoring/name-criteria'
import { inLanguage } from '#lib/surveys/local-text'
import type { Language } from './language'
import { OneChoice } from './one-choice'

type Props = {
  criteria: readonly Pick<NamedCriterion, 'code' | 'name' | 'level'>[]
  chosen: string
  /** The rest of the address. */
  kept: Record<string, string>
  /** What it is called in the address and beside the field, where it is not just the criterion. */
  name?: string
  label?: string
}

export function CriterionChoice({ criteria, chosen, kept, name = 'criterion', label }: Props) {
  const t = useTranslations('results')
  const language = useLocale() as Language
  const choices = criteria.map((one) => ({
    value: one.code,
    label: `${'– '.repeat(one.level)}${inLanguage(one.name, language)}`,
  }))
  return (
    <OneChoice name={name} label={label ?? t('criterion')} choices={choices} chosen={chosen} kept={kept} />
  )
}
