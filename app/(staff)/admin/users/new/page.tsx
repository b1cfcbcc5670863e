// A new account.
import { getTranslations } from 'next-intl/server'
import { listUsers } from '#lib/flows/list-users'
import { loadUnits } from '#lib/flows/load-units'
import { load } from '../../../../_server/load'
import { NewUserForm } from '../../../../_ui/new-user-form'
import { PageHeader } from '../../../../_ui/page-header'
import { createUserAction } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('users'))('add') }
}

export default async function NewUserPage() {
  await load(listUsers)
  const { units } = await load(loadUnits)
  const t = await getTranslations('users')
  return (
    <>
      <PageHeader title={t('add')} />
      <NewUserForm action={createUserAction} units={units} />
    </>
  )
}
