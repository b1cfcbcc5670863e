'use client'
// The entry sheet: for each criterion the figure and a note on where the evidence lies.
import { TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { EnteredCriterion } from '#lib/definitions/entered-criteria'
import { rangeText } from '#lib/definitions/entered-rule'
import { inLanguage } from '#lib/surveys/local-text'
import style from './entry-form.module.css'
import { FormCard } from './form-card'
import { faultAt, typedIn } from './form-state'
import { type FormAction, useFormAction } from './use-form-action'

type Line = EnteredCriterion & { entry: { value: number; note: string } | null }
type Place = { slug: string; version: number; unitId: string; year: number }
type Props = { action: FormAction<number>; place: Place; criteria: Line[]; isReadOnly: boolean }

export function EntryForm({ action, place, criteria, isReadOnly }: Props) {
  const { state, send, isSending, problem } = useFormAction<number>(action)
  const t = useTranslations('entries')
  const language = useLocale()
  const fields = criteria.map((line) => {
    const { code, name, path, rule, note, entry } = line
    const unit = line.unit ? inLanguage(line.unit, language) : ''
    return (
      <fieldset key={code} className={style.line}>
        <legend className={style.name}>
          {path.map((above) => (
            <Fragment key={above.vi}>
              <span className={style.path}>{inLanguage(above, language)} › </span>
            </Fragment>
          ))}
          {inLanguage(name, language)}
        </legend>
        {note && <p className={style.hint}>{inLanguage(note, language)}</p>}
        <div className={style.fields}>
          <TextInput
            label={t('value', { range: rangeText(rule), unit })}
            name={`value:${code}`}
            inputMode="decimal"
            autoComplete="off"
            readOnly={isReadOnly}
            defaultValue={typedIn(
              state,
              `value:${code}`,
              entry ? String(entry.value).replace('.', t('decimal')) : '',
            )}
            error={faultAt(state, code)?.[language]}
          />
          <TextInput
            label={t('noteLabel')}
            name={`note:${code}`}
            maxLength={500}
            autoComplete="off"
            readOnly={isReadOnly}
            defaultValue={typedIn(state, `note:${code}`, entry?.note ?? '')}
          />
        </div>
      </fieldset>
    )
  })
  if (isReadOnly) return <div className={style.sheet}>{fields}</div>
  return (
    <FormCard
      title={t('sheet')}
      lead={t('sheetLead')}
      action={send}
      submit={t('save')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('saved', { count: state.result })}
      isWide
    >
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields}
    </FormCard>
  )
}
