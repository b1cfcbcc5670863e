// The newest head of every public log on a sheet for the board of the office: what hangs there cannot be changed from afar, so it
// catches a server that shows different logs to different people. Always Vietnamese with English beneath.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listLedgers } from '#lib/flows/list-ledgers'
import { fingerprint } from '#lib/ledger/head'
import { load } from '../../_server/load'
import { publicOrigin } from '../../_server/public-origin'
import style from '../../_ui/head-sheet.module.css'
import { PrintButton } from '../../_ui/print-button'

export async function generateMetadata() {
  return { title: (await getTranslations('ledger'))('sheet') }
}

const written = (day: string) => day.split('-').reverse().join('/')

export default async function LedgerHeadsPage() {
  const all = await load(listLedgers)
  const real = all.filter(({ isSample }) => !isSample)
  const ledgers = real.length > 0 ? real : all
  const isSample = real.length === 0 && all.length > 0
  const keys = [...new Set(ledgers.map(({ head }) => head.key))]
  const origin = await publicOrigin()
  const t = await getTranslations('ledger')
  return (
    <main id="main">
      <div className={style.tools}>
        <Link href="/ledger">{t('title')}</Link>
        <PrintButton label={t('printSheet')} />
      </div>
      <article className={style.sheet}>
        {isSample && <p className={style.sample}>DỮ LIỆU MẪU · SAMPLE DATA</p>}
        <h1 className={style.title}>Đầu sổ phiếu công khai</h1>
        <p lang="en" className={style.english}>
          Heads of the public logs of answers
        </p>
        <p>
          In ngày {written(dayInVietNam())} từ {origin}/ledger. Ai cũng có thể so những dòng này với trang
          trên máy của mình: số lá chỉ được tăng, và với cùng số lá thì gốc phải đúng như ở đây.
        </p>
        <p lang="en" className={style.english}>
          Anybody may compare these lines with the page on their own device: the number of leaves may only
          grow, and for the same number the root must be the one printed here.
        </p>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">Đợt · Wave</th>
              <th scope="col">Số lá · Leaves</th>
              <th scope="col">Ngày ký · Signed</th>
              <th scope="col">Gốc · Root</th>
            </tr>
          </thead>
          <tbody>
            {ledgers.map(({ wave, title, head }) => (
              <tr key={wave}>
                <th scope="row">
                  {title} <small>({wave})</small>
                </th>
                <td>{head.size}</td>
                <td>{written(head.day)}</td>
                <td>
                  <code>{head.root}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {ledgers.length === 0 && <p>{t('none')}</p>}
        {keys.map((key) => (
          <p key={key}>
            Dấu của khóa ký · Fingerprint of the signing key: <strong>{fingerprint(key)}</strong>
          </p>
        ))}
      </article>
    </main>
  )
}
