// The public log of one wave: its heads, the keys of its ballots, its file, and how to verify it without us.

import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { type Ledger, loadLedger } from '#lib/flows/load-ledger'
import { fingerprint, headNote } from '#lib/ledger/head'
import { load } from '../../../_server/load'
import { getActor } from '../../../_server/session'
import { DataTable } from '../../../_ui/data-table'
import { LedgerWords } from '../../../_ui/ledger-words'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'

type Params = { params: Promise<{ wave: string }> }

const read = async ({ params }: Params) => {
  const { wave } = await params
  return load((anybody) => loadLedger(anybody, { wave }))
}

export async function generateMetadata(params: Params) {
  const ledger = await read(params)
  return { title: (await getTranslations('ledger'))('titleOf', { wave: titleOf(ledger, await getLocale()) }) }
}

const titleOf = ({ title, titleEn }: Ledger, language: string) => (language === 'en' ? titleEn : title)

export default async function LedgerPage(params: Params) {
  const ledger = await read(params)
  const t = await getTranslations('ledger')
  const language = await getLocale()
  const { wave, heads, keys, secrecy, firstLeaf } = ledger
  const last = heads.at(-1)!
  const mayOpen = isAllowed(await getActor(), 'responses.export')
  return (
    <>
      <PageHeader
        title={t('titleOf', { wave: titleOf(ledger, language) })}
        lead={t('leadOf', { size: last.size, day: last.day.split('-').reverse().join('/') })}
        actions={
          <>
            <a className="button" href={`/api/ledger/${wave}/log`} download>
              {t('download')}
            </a>
            <Link className="button button-quiet" href="/receipt">
              {t('checkReceipt')}
            </Link>
          </>
        }
      />
      <div className={style.sections}>
        <section className={style.section} aria-labelledby="head">
          <h2 id="head">{t('newestHead')}</h2>
          <p>{t('newestHeadText')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region */}
          <pre className={style.code} tabIndex={0}>
            {headNote(last)}
          </pre>
          <p>
            {t('fingerprint')}: <strong>{fingerprint(last.key)}</strong>
          </p>
        </section>
        <section className={style.section} aria-labelledby="verify-here">
          <h2 id="verify-here">{t('verifyTitle')}</h2>
          <p>{t('verifyText')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region */}
          <pre className={style.code} tabIndex={0}>
            {`npm run ledger -- verify ${wave}-ledger_${last.size}-leaves.jsonl \\\n  --key ${last.key} \\\n  --head ${last.size}:${last.root}`}
          </pre>
        </section>
        {mayOpen && (
          <section className={style.section} aria-labelledby="opened">
            <h2 id="opened">{t('openedTitle')}</h2>
            <p>{t(secrecy === 'ballot' ? 'openedBallots' : 'openedText')}</p>
            <p>
              <a className="button button-quiet" href={`/export/ledger?wave=${wave}`} download>
                {t('openedDownload')}
              </a>
            </p>
          </section>
        )}
        <section className={style.section} aria-labelledby="first">
          <h2 id="first">{t('firstLeaf')}</h2>
          <p>{t(secrecy === 'ballot' ? 'firstLeafBallots' : 'firstLeafText')}</p>
          <p>
            <code className={style.breaking}>{firstLeaf}</code>
          </p>
          {keys.length > 0 && (
            <DataTable
              caption={t('keys')}
              rows={keys}
              rowKey={({ unit, stratum }) => `${unit} ${stratum}`}
              columns={[
                { key: 'unit', head: t('unit'), cell: ({ unit, stratum }) => `${unit} ${stratum}` },
                {
                  key: 'key',
                  head: t('publicKey'),
                  cell: ({ publicKey }) => <code className={style.breaking}>{publicKey}</code>,
                },
              ]}
            />
          )}
        </section>
        <DataTable
          caption={t('heads')}
          rows={[...heads].reverse()}
          rowKey={({ size }) => String(size)}
          columns={[
            { key: 'size', head: t('leaves'), isNumber: true, cell: ({ size }) => size },
            { key: 'day', head: t('day'), cell: ({ day }) => day.split('-').reverse().join('/') },
            {
              key: 'root',
              head: t('root'),
              cell: ({ root }) => <code className={style.breaking}>{root}</code>,
            },
          ]}
        />
        <LedgerWords />
      </div>
    </>
  )
}
