// The public logs: what they prove, what they do not, and one line a wave with its newest head.

import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { listLedgers } from '#lib/flows/list-ledgers'
import { fingerprint } from '#lib/ledger/head'
import { load } from '../../_server/load'
import { DataTable } from '../../_ui/data-table'
import { LedgerWords } from '../../_ui/ledger-words'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'

export async function generateMetadata() {
  return { title: (await getTranslations('ledger'))('title') }
}

export default async function LedgersPage() {
  const t = await getTranslations('ledger')
  const language = await getLocale()
  const ledgers = await load(listLedgers)
  const keys = [...new Set(ledgers.map(({ head }) => head.key))]
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <Link className="button" href="/receipt">
              {t('checkReceipt')}
            </Link>
            <Link className="button button-quiet" href="/ledger-heads">
              {t('sheet')}
            </Link>
          </>
        }
      />
      <div className={style.sections}>
        <DataTable
          caption={t('logs')}
          rows={ledgers}
          rowKey={({ wave }) => wave}
          empty={t('none')}
          columns={[
            {
              key: 'wave',
              head: t('wave'),
              cell: ({ wave, title, titleEn, isSample }) => (
                <>
                  <Link href={`/ledger/${wave}`}>{language === 'en' ? titleEn : title}</Link>
                  {isSample && <span className={style.small}> · {t('sample')}</span>}
                </>
              ),
            },
            { key: 'size', head: t('leaves'), isNumber: true, cell: ({ head }) => head.size },
            { key: 'day', head: t('day'), cell: ({ head }) => head.day.split('-').reverse().join('/') },
            {
              key: 'root',
              head: t('root'),
              cell: ({ head }) => <code className={style.breaking}>{head.root}</code>,
            },
          ]}
        />
        {keys.map((key) => (
          <p key={key}>
            {t('fingerprint')}: <strong>{fingerprint(key)}</strong>
          </p>
        ))}
        <LedgerWords />
      </div>
    </>
  )
}
