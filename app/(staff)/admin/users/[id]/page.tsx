// One account: change it, close it, give a new password, see what protects it and where it is signed in.
import { getTranslations } from 'next-intl/server'
import { loadUnits } from '#lib/flows/load-units'
import { loadUser } from '#lib/flows/load-user'
import { load } from '../../../../_server/load'
import { getActor } from '../../../../_server/session'
import { ChangeUserForm } from '../../../../_ui/change-user-form'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { ResetPasswordForm } from '../../../../_ui/reset-password-form'
import { UserProtection } from '../../../../_ui/user-protection'
import {
  changeUserAction,
  endUserSessions,
  expectExternalLoginAction,
  resetPasswordAction,
  resetSecondFactorAction,
  unlinkExternalLoginAction,
} from '../actions'

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { user, ...protection } = await load((actor) => loadUser(actor, { id }))
  const { units } = await load(loadUnits)
  const t = await getTranslations('users')
  const isOwn = (await getActor())?.userId === id
  return (
    <>
      <PageHeader title={user.name} lead={t('loginIs', { login: user.login })} />
      <div className={style.sections}>
        <ChangeUserForm action={changeUserAction} user={user} units={units} isOwn={isOwn} />
        <ResetPasswordForm action={resetPasswordAction} id={id} isConfirmed={protection.isConfirmed} />
        <UserProtection
          {...protection}
          id={id}
          isOwn={isOwn}
          actions={{
            endSessions: endUserSessions,
            reset: resetSecondFactorAction,
            expect: expectExternalLoginAction,
            unlink: unlinkExternalLoginAction,
          }}
        />
      </div>
    </>
  )
}
