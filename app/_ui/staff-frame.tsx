'use client'
// Side navigation on a desk, a drawer on a phone: the same links, once in the page and once in the drawer.
import { Burger, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect } from 'react'
import { LanguageSwitch } from './language-switch'
import { Mark } from './mark'
import style from './staff-frame.module.css'
import type { StaffLink } from './staff-links'

type Person = { name: string; role: string; unit: string }
type FormAction = (form: FormData) => Promise<void>
type Props = {
  links: StaffLink[]
  person: Person
  banner: ReactNode
  setLanguage: FormAction
  signOut: FormAction
  children: ReactNode
}

export function StaffFrame({ links, person, banner, setLanguage, signOut, children }: Props) {
  const t = useTranslations('staff')
  const [isOpen, drawer] = useDisclosure(false)
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes when the page changes
  useEffect(() => drawer.close(), [path])
  const side = (
    <>
      <Navigation links={links} path={path} />
      <PersonBox person={person} setLanguage={setLanguage} signOut={signOut} />
    </>
  )
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <header className={style.bar}>
        <Brand />
        <Burger
          opened={isOpen}
          onClick={drawer.toggle}
          aria-label={t('open')}
          aria-expanded={isOpen}
          size="sm"
        />
      </header>
      <div className={style.frame}>
        <aside className={style.side} aria-label={t('side')}>
          <Brand />
          {side}
        </aside>
        <div className={style.body}>
          {banner}
          <main id="main" tabIndex={-1} className={style.main}>
            {children}
          </main>
        </div>
      </div>
      {/* Put together from its parts: the ready-made one has a header, and a page has one banner. */}
      <Drawer.Root opened={isOpen} onClose={drawer.close} size="19rem">
        <Drawer.Overlay />
        <Drawer.Content>
          <div className={style.drawerHead}>
            <Drawer.Title>
              <Brand />
            </Drawer.Title>
            <Drawer.CloseButton aria-label={t('close')} />
          </div>
          <Drawer.Body>
            <div className={style.drawer}>{side}</div>
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </>
  )
}

function Brand() {
  const t = useTranslations('product')
  return (
    <Link href="/dashboard" className={style.brand}>
      <Mark />
      <span>{t('name')}</span>
    </Link>
  )
}

function Navigation({ links, path }: { links: StaffLink[]; path: string }) {
  const t = useTranslations('staff')
  const administration = links.filter((link) => link.group === 'administration')
  return (
    <nav aria-label={t('navigation')} className={style.navigation}>
      <LinkList links={links.filter((link) => link.group === 'work')} path={path} />
      {administration.length > 0 && (
        <>
          <p className={style.group}>{t('administration')}</p>
          <LinkList links={administration} path={path} />
        </>
      )}
    </nav>
  )
}

function LinkList({ links, path }: { links: StaffLink[]; path: string }) {
  const t = useTranslations('staff')
  return (
    <ul className={style.links}>
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link
            href={href}
            className={style.link}
            aria-current={path === href || path.startsWith(`${href}/`) ? 'page' : undefined}
          >
            {t(label)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function PersonBox({
  person,
  setLanguage,
  signOut,
}: {
  person: Person
  setLanguage: FormAction
  signOut: FormAction
}) {
  const t = useTranslations('staff')
  return (
    <div className={style.person}>
      <p className={style.name}>{person.name}</p>
      <p className={style.role}>
        {person.role} · {person.unit}
      </p>
      <div className={style.personActions}>
        <Link href="/account" className={`link-button ${style.quiet}`}>
          {t('account')}
        </Link>
        <form action={signOut}>
          <button type="submit" className={`link-button ${style.quiet}`}>
            {t('signOut')}
          </button>
        </form>
      </div>
      <LanguageSwitch change={setLanguage} />
    </div>
  )
}
