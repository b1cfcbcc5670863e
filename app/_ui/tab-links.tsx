// Views of one page as links, so that each has its own address and works without a script. Nothing is fetched ahead: every
// view counts answers.
import Link from 'next/link'
import style from './tab-links.module.css'

type Tab = { href: string; label: string; isCurrent: boolean }

export function TabLinks({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className={style.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          prefetch={false}
          aria-current={tab.isCurrent ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
