// Shows a secret again before what protects the account is changed.
import { getTranslations } from 'next-intl/server'
import { loadOwnProtection } from '#lib/flows/load-own-protection'
import { load } from '../../../_server/load'
import { localPath } from '../../../_server/local-path'
import { passkeyCheckOptions } from '../../../_server/passkey-options'
import { ConfirmForm } from '../../../_ui/confirm-form'
import { PageHeader } from '../../../_ui/page-header'
import { confirm } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('protect'))('confirmTitle') }
}

export default async function ConfirmPage({ searchParams }: { searchParams: Promise<{ goal?: string }> }) {
  const goal = localPath((await searchParams).goal ?? '/account')
  const { hasApp, passkeys } = await load(loadOwnProtection)
  const t = await getTranslations('protect')
  const hasPasskey = passkeys.length > 0
  return (
    <>
      <PageHeader title={t('confirmTitle')} lead={t('confirmLead')} />
      <ConfirmForm
        action={confirm}
        ask={passkeyCheckOptions}
        goal={goal}
        needsCode={hasApp || hasPasskey}
        hasPasskey={hasPasskey}
      />
    </>
  )
}
