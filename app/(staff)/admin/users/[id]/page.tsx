// One account: change it, close it, give a new password.
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { listUsers } from '#lib/flows/list-users'
import { loadUnits } from '#lib/flows/load-units'
import { load } from '../../../../_server/load'
import { getActor } from '../../../../_server/session'
import { ChangeUserForm } from '../../../../_ui/change-user-form'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { ResetPasswordForm } from '../../../../_ui/reset-password-form'
import { changeUserAction, resetPasswordAction } from '../actions'

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const user = (await load(listUsers)).find((one) => one.id === id)
  if (!user) notFound()
  const { units } = await load(loadUnits)
  const t = await getTranslations('users')
  const isOwn = (await getActor())?.userId === id
  return (
    <>
      <PageHeader title={user.name} lead={t('loginIs', { login: user.login })} />
      <div className={style.sections}>
        <ChangeUserForm action={changeUserAction} user={user} units={units} isOwn={isOwn} />
        <ResetPasswordForm action={resetPasswordAction} id={id} />
      </div>
    </>
  )
}
