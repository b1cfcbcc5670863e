// For how many days after closing answers are still taken that were given before.
import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { longestGrace } from '#lib/wave-grace'
import type { useTypedFields } from './use-typed-fields'

type Props = {
  note: string
  input: (name: 'graceDays') => ReturnType<ReturnType<typeof useTypedFields>['input']>
}

export function GraceField({ note, input }: Props) {
  const t = useTranslations('waves')
  return (
    <TextInput
      type="number"
      min={0}
      max={longestGrace}
      label={t('graceDays')}
      description={note}
      {...input('graceDays')}
    />
  )
}
