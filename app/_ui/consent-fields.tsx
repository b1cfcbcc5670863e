'use client'
// The words that people agreed to and the day: the proof without which nobody is held on the ground of consent.
import { Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'

type Field = ComponentProps<typeof TextInput> & ComponentProps<typeof Textarea>
type Props = { text: Partial<Field>; day: Partial<Field> }

export function ConsentFields({ text, day }: Props) {
  const t = useTranslations('contacts')
  return (
    <fieldset>
      <legend>{t('consentTitle')}</legend>
      <Textarea
        label={t('consentText')}
        description={t('consentTextNote')}
        autosize
        minRows={2}
        maxLength={2000}
        {...text}
      />
      <TextInput type="date" label={t('consentOn')} mt="sm" {...day} />
    </fieldset>
  )
}
