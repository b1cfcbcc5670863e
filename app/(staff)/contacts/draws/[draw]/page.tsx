// The result of a draw: by stratum, repeated on the spot, its files, and the way to invite the drawn people.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { DrawMethod } from '#lib/contacts/draw-methods'
import { loadDraw } from '#lib/flows/load-draw'
import { loadUnits } from '#lib/flows/load-units'
import { load } from '../../../../_server/load'
import { exportLinks } from '../../../../_ui/export-links'
import { FactList } from '../../../../_ui/fact-list'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { RepeatDraw } from '../../../../_ui/repeat-draw'
import { unitNames } from '../../../../_ui/unit-names'
import { InviteSection } from '../../invite-section'
import { StrataTable } from '../../strata-table'

type Props = { params: Promise<{ draw: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('draws'))('one') }
}

export default async function DrawPage({ params }: Props) {
  const { draw: id } = await params
  const { list, draw, settings, strata, drawn, isRepeatable, since, unreachable } = await load((actor) =>
    loadDraw(actor, { id }),
  )
  const { units } = await load(loadUnits)
  const [t, format, language] = await Promise.all([getTranslations('draws'), getFormatter(), getLocale()])
  const time = (date: Date) => format.dateTime(date, 'second')
  const weights = drawn.map(({ probability }) => 1 / probability)
  const number = (value: number) => format.number(value, { maximumFractionDigits: 4 })
  const [low, high] = [Math.min(...weights), Math.max(...weights)]
  const facts = [
    [t('method'), t(`methods.${draw.method as DrawMethod}`)],
    [t('strata'), t(`strataChoices.${settings.strata}`)],
    [t('day'), time(draw.drawnAt)],
    [t('drawn'), number(drawn.length)],
    [t('weights'), low === high ? number(low) : t('weightRange', { low: number(low), high: number(high) })],
    [t('seed'), <code key="seed">{draw.seed}</code>],
    [t('hash'), <code key="hash">{draw.frameHash}</code>],
  ] as const
  return (
    <>
      <PageHeader title={t('one')} lead={<Link href={`/contacts/${list.id}/draws`}>{list.title}</Link>} />
      <div className={style.sections}>
        <RepeatDraw isRepeatable={isRepeatable} at={time(new Date())} />
        <FactList facts={facts} />
        <StrataTable
          strata={strata}
          units={unitNames(units, language)}
          hasClusters={draw.method === 'cluster'}
        />
        <p className={style.soft}>{t('since', { ...since, unreachable })}</p>
        <InviteSection draw={id} listIsOpen={list.deletedAt === null} />
        <section className={style.section} aria-labelledby="files">
          <h2 id="files">{t('files')}</h2>
          <p className={style.soft}>{t('filesLead')}</p>
          <div className={style.row}>
            {exportLinks('drawn-people', { draw: id }, language)
              .filter(({ href }) => !href.startsWith('/export/drawn-people/csv?'))
              .map(({ href, label }) => (
                <a key={href} className="button button-quiet" href={href} download>
                  {label}
                </a>
              ))}
          </div>
        </section>
      </div>
    </>
  )
}
