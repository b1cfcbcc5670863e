// Is my answer counted, unchanged? With the receipt file on the reader's own device, or by the number alone.
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { listLedgers } from '#lib/flows/list-ledgers'
import { load } from '../../_server/load'
import { PageHeader } from '../../_ui/page-header'
import style from '../../_ui/prose.module.css'
import { ReceiptCheck } from '../../_ui/receipt-check'
import { ReceiptForm } from '../../_ui/receipt-form'
import { lookUpReceipt } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('receipt'))('title') }
}

type Query = { searchParams: Promise<{ w?: string }> }

export default async function ReceiptPage({ searchParams }: Query) {
  const { w: asked = '' } = await searchParams
  const t = await getTranslations('receipt')
  const language = await getLocale()
  const { receipt, form } = await getMessages()
  const waves = (await load(listLedgers)).filter(({ secrecy }) => secrecy !== 'ballot')
  const choices = waves.map(({ wave, title, titleEn }) => ({
    wave,
    title: language === 'en' ? titleEn : title,
  }))
  return (
    <div className={style.prose}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <section aria-labelledby="by-file">
        <h2 id="by-file">{t('fileTitle')}</h2>
        <p>{t('fileText')}</p>
        <NextIntlClientProvider messages={{ receipt, form }}>
          <ReceiptCheck />
        </NextIntlClientProvider>
      </section>
      <section aria-labelledby="by-number">
        <h2 id="by-number">{t('numberTitle')}</h2>
        <p>{t('numberText')}</p>
        <NextIntlClientProvider messages={{ receipt, form }}>
          <ReceiptForm action={lookUpReceipt} waves={choices} asked={asked} />
        </NextIntlClientProvider>
      </section>
      <section aria-labelledby="limits">
        <h2 id="limits">{t('limitsTitle')}</h2>
        {t('limitsText')
          .split('\n')
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
      </section>
    </div>
  )
}
