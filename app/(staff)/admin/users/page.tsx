// Everybody who can sign in.
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { listUsers } from '#lib/flows/list-users'
import { loadUnits } from '#lib/flows/load-units'
import { load } from '../../../_server/load'
import { DataTable } from '../../../_ui/data-table'
import { PageHeader } from '../../../_ui/page-header'
import { unitNames } from '../../../_ui/unit-names'

export async function generateMetadata() {
  return { title: (await getTranslations('users'))('title') }
}

export default async function UsersPage() {
  const users = await load(listUsers)
  const names = unitNames((await load(loadUnits)).units, await getLocale())
  const t = await getTranslations('users')
  const roles = await getTranslations('roles')
  const add = (
    <Link className="button" href="/admin/users/new">
      {t('add')}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={add} />
      <DataTable
        caption={t('title')}
        isCaptionHidden
        rows={users}
        rowKey={(user) => user.id}
        columns={[
          {
            key: 'login',
            head: t('login'),
            cell: (user) => <Link href={`/admin/users/${user.id}`}>{user.login}</Link>,
          },
          { key: 'name', head: t('name'), cell: (user) => user.name },
          { key: 'role', head: t('role'), cell: (user) => roles(user.role) },
          {
            key: 'unit',
            head: t('unit'),
            cell: (user) => (user.unitId ? names.get(user.unitId) : t('allUnits')),
          },
          {
            key: 'state',
            head: t('state'),
            cell: (user) =>
              `${t(user.disabledAt ? 'closed' : 'open')}${user.isSample ? ` · ${t('sample')}` : ''}`,
          },
        ]}
      />
    </>
  )
}
