'use client'
// Name, role, unit and whether the account is closed.
import { Checkbox, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Role } from '#lib/access'
import { FormCard } from './form-card'
import { RoleFields, type UnitChoice } from './role-fields'
import { type FormAction, useFormAction } from './use-form-action'

type User = { id: string; name: string; role: Role; unitId: string | null; disabledAt: Date | null }
type Props = { action: FormAction; user: User; units: UnitChoice[]; isOwn: boolean }

export function ChangeUserForm({ action, user, units, isOwn }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('users')
  const form = useTranslations('form')
  return (
    <FormCard
      title={t('changeTitle')}
      action={send}
      submit={t('save')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && form('saved')}
    >
      <input type="hidden" name="id" value={user.id} />
      <TextInput label={t('name')} required withAsterisk={false} {...field('name', user.name)} />
      <RoleFields
        role={field('role', user.role)}
        unitId={field('unitId', user.unitId ?? '')}
        units={units}
        isRoleFixed={isOwn}
      />
      {!isOwn && (
        <Checkbox
          name="isDisabled"
          value="1"
          label={t('close')}
          description={t('closeNote')}
          defaultChecked={user.disabledAt !== null}
        />
      )}
    </FormCard>
  )
}
