// The frame of the staff pages: who is signed in, for which unit, where one can go. It sends strangers to the sign-in
// page, but the lock itself is in the flows.
import { MantineProvider } from '@mantine/core'
import '@mantine/core/styles.css'
import '../_ui/library.css'
import { redirect } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { loadOwnUnit } from '#lib/flows/load-own-unit'
import { loadSiteStatus } from '#lib/flows/load-site-status'
import { askedPath, signInPath } from '../_server/load'
import { getActor } from '../_server/session'
import { setLanguage } from '../_server/set-language'
import { signOutNow } from '../_server/sign-out-now'
import { SampleBanner } from '../_ui/sample-banner'
import { SecondFactorBanner } from '../_ui/second-factor-banner'
import { StaffFrame } from '../_ui/staff-frame'
import { staffLinks } from '../_ui/staff-links'
import { theme } from '../_ui/theme'

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await getActor()
  if (!actor) redirect(await signInPath())
  // Of the staff pages a delegate has the own account only.
  if (actor.role === 'delegate' && !(await askedPath()).startsWith('/account')) redirect('/desk')
  const [unit, status, t, roles, locale] = await Promise.all([
    loadOwnUnit(actor),
    loadSiteStatus(actor),
    getTranslations('staff'),
    getTranslations('roles'),
    getLocale(),
  ])
  const unitName = unit ? (locale === 'en' ? unit.nameEn : unit.name) : t('allUnits')
  return (
    <NextIntlClientProvider>
      <MantineProvider theme={theme} forceColorScheme="light">
        <StaffFrame
          links={staffLinks(actor)}
          person={{ name: actor.name, role: roles(actor.role), unit: unitName }}
          banner={
            <>
              {status.hasSampleData && <SampleBanner />}
              <SecondFactorBanner due={actor.secondFactorDue} isOverdue={actor.mustSetUp} />
            </>
          }
          setLanguage={setLanguage}
          signOut={signOutNow}
        >
          {children}
        </StaffFrame>
      </MantineProvider>
    </NextIntlClientProvider>
  )
}
