// How the numbers are made and what happens to answers, in plain words.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '../../_ui/page-header'
import style from '../../_ui/prose.module.css'
import { ProseSections } from '../../_ui/prose-sections'

export async function generateMetadata() {
  return { title: (await getTranslations('about'))('title') }
}

const sections = ['what', 'numbers', 'limits', 'privacy', 'codes', 'delegates', 'open'] as const

export default async function AboutPage() {
  const t = await getTranslations('about')
  return (
    <div className={style.prose}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ProseSections
        sections={sections.map((id) => ({ id, title: t(`${id}.title`), text: t(`${id}.text`) }))}
      />
      <p>
        <Link className="button button-quiet" href="/sign-in">
          {t('signIn')}
        </Link>
      </p>
    </div>
  )
}
