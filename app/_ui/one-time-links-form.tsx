'use client'
// Makes one-time links for delegates and shows them this once, to be downloaded or copied.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { answerLink } from '#lib/answer-link'
import { FormCard } from './form-card'
import style from './page.module.css'
import { type FormAction, useFormAction } from './use-form-action'

type Fresh = { unit: string; tokens: string[] }
type Props = {
  action: FormAction<Fresh>
  wave: string
  units: { id: string; label: string }[]
  origin: string
}

export function OneTimeLinksForm({ action, wave, units, origin }: Props) {
  const { state, send, isSending, field, problem } = useFormAction<Fresh>(action)
  const t = useTranslations('waves')
  const [unit, choose] = useState(units[0]?.id ?? '')
  return (
    <>
      {state.status === 'done' && <FreshLinks {...state.result} wave={wave} units={units} origin={origin} />}
      <FormCard
        title={t('oneTime')}
        lead={t('oneTimeLead')}
        action={send}
        submit={t('makeLinks')}
        isSending={isSending}
        problem={problem}
      >
        <input type="hidden" name="wave" value={wave} />
        <NativeSelect
          label={t('unit')}
          name="unit"
          data={units.map(({ id, label }) => ({ value: id, label }))}
          value={unit}
          onChange={(event) => choose(event.currentTarget.value)}
          error={field('unit').error}
        />
        <TextInput
          label={t('count')}
          inputMode="numeric"
          required
          withAsterisk={false}
          {...field('count', '10')}
        />
      </FormCard>
    </>
  )
}

function FreshLinks({ unit, tokens, wave, units, origin }: Fresh & Omit<Props, 'action'>) {
  const t = useTranslations('waves')
  const label = units.find((one) => one.id === unit)?.label ?? unit
  const links = tokens.map((token) => answerLink(origin, { wave, unit, token }))
  const lines = [
    `${t('number')},${t('unit')},${t('link')}`,
    ...links.map((link, i) => `${i + 1},"${label}",${link}`),
  ]
  function download() {
    // Excel takes a file for Unicode only when it begins with this mark.
    const url = URL.createObjectURL(new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv' }))
    Object.assign(document.createElement('a'), { href: url, download: `${wave}-${unit}.csv` }).click()
    URL.revokeObjectURL(url)
  }
  return (
    <div role="status" className={style.panel}>
      <p>{t('fresh', { count: tokens.length, unit: label })}</p>
      <Textarea
        aria-label={t('oneTime')}
        readOnly
        autosize
        minRows={3}
        maxRows={12}
        value={links.join('\n')}
      />
      <p>
        <Button variant="outline" onClick={download}>
          {t('download')}
        </Button>
      </p>
    </div>
  )
}
