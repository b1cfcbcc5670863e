// Downloads of single answers, for those who may: codes or words, with or without what people wrote, and the codebook.
import { getLocale, getTranslations } from 'next-intl/server'
import { exportLinks } from '../../_ui/export-links'
import style from '../../_ui/page.module.css'

export async function ResponsesSection({ wave }: { wave: string }) {
  const t = await getTranslations('results.responses')
  const language = await getLocale()
  const tables = [
    { label: t('codes'), links: exportLinks('responses', { wave, values: 'codes' }, language) },
    { label: t('labels'), links: exportLinks('responses', { wave, values: 'labels' }, language) },
    {
      label: `${t('labels')}, ${t('texts')}`,
      links: exportLinks('responses', { wave, values: 'labels', texts: '1' }, language),
    },
    { label: t('codebook'), links: exportLinks('codebook', { wave }, language) },
  ]
  return (
    <section className={style.section} aria-labelledby="responses">
      <h2 id="responses">{t('title')}</h2>
      <p className={style.soft}>{t('lead')}</p>
      <dl className={style.facts}>
        {tables.map(({ label, links }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={style.row}>
              {links.map((link) => (
                <a key={link.href} href={link.href} download>
                  {link.label}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className={style.small}>{t('textsNote')}</p>
    </section>
  )
}
