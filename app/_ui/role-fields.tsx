'use client'
// Role and, for a commune officer, the unit.
import { NativeSelect } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { staffRoles } from '#lib/access'
import { unitName } from './unit-names'

export type UnitChoice = {
  id: string
  code: string
  name: string
  nameEn: string
  level: string
  validTo: Date | null
}
type FieldProps = { name: string; defaultValue: string; error?: string }
type Props = { role: FieldProps; unitId: FieldProps; units: UnitChoice[]; isRoleFixed?: boolean }

export function RoleFields({ role, unitId, units, isRoleFixed = false }: Props) {
  const t = useTranslations('users')
  const name = useTranslations('roles')
  const language = useLocale()
  const [chosen, choose] = useState(role.defaultValue)
  const [unit, chooseUnit] = useState(unitId.defaultValue)
  const isDelegate = role.defaultValue === 'delegate'
  const choices = units
    .filter((one) => one.level === 'commune')
    .map((one) => ({ value: one.id, label: `${unitName(one, language)} · ${one.code}` }))
  return (
    <>
      <NativeSelect
        label={t('role')}
        name={role.name}
        error={role.error}
        value={chosen}
        disabled={isRoleFixed}
        onChange={(event) => choose(event.currentTarget.value)}
        data={(isDelegate ? ['delegate' as const] : staffRoles).map((value) => ({
          value,
          label: name(value),
        }))}
      />
      {isRoleFixed && <input type="hidden" name={role.name} value={chosen} />}
      {chosen === 'commune' && (
        <NativeSelect
          label={t('unit')}
          description={t('unitNote')}
          name={unitId.name}
          error={unitId.error}
          value={unit}
          onChange={(event) => chooseUnit(event.currentTarget.value)}
          data={[{ value: '', label: t('chooseUnit') }, ...choices]}
        />
      )}
    </>
  )
}
