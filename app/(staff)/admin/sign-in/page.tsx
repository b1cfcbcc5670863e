// The rules of signing in: who needs a second factor, how long a session may idle, who may use a password.
import { getTranslations } from 'next-intl/server'
import { staffRoles } from '#lib/access'
import { loadSignInPolicy } from '#lib/flows/load-sign-in-policy'
import { load } from '../../../_server/load'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { SignInPolicyForm } from '../../../_ui/sign-in-policy-form'
import { saveSignInPolicyAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('protect'))('policyTitle') }
}

export default async function SignInPolicyPage() {
  const { policy, provider, unprotected } = await load(loadSignInPolicy)
  const t = await getTranslations('protect')
  return (
    <>
      <PageHeader title={t('policyTitle')} lead={t('policyLead')} />
      <div className={style.sections}>
        <p>{provider ? t('providerIs', { name: provider }) : t('providerNone')}</p>
        <SignInPolicyForm
          action={saveSignInPolicyAction}
          policy={policy}
          roles={staffRoles.map((role) => ({ role, unprotected: unprotected[role] ?? 0 }))}
          hasProvider={provider !== null}
        />
      </div>
    </>
  )
}
