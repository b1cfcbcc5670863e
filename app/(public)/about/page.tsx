// How the numbers are made and what happens to answers, in plain words.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '../../_ui/page-header'
import style from '../../_ui/prose.module.css'

export async function generateMetadata() {
  return { title: (await getTranslations('about'))('title') }
}

const sections = ['what', 'numbers', 'limits', 'privacy', 'codes', 'delegates', 'open'] as const

export default async function AboutPage() {
  const t = await getTranslations('about')
  return (
    <div className={style.prose}>
      <PageHeader title={t('title')} lead={t('lead')} />
      {sections.map((section) => (
        <section key={section} aria-labelledby={section}>
          <h2 id={section}>{t(`${section}.title`)}</h2>
          {t(`${section}.text`)
            .split('\n')
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </section>
      ))}
      <p>
        <Link className="button button-quiet" href="/sign-in">
          {t('signIn')}
        </Link>
      </p>
    </div>
  )
}
