// What a group of units plans: by month and by channel, with the money. Only what was handed in counts.
import { useLocale, useTranslations } from 'next-intl'
import { byChannel, byMonth } from '#lib/campaigns/plan-board'
import { plannedCost } from '#lib/campaigns/plan-items'
import type { PlanBoard, PlanGroup } from '#lib/flows/list-plans'
import { exportLinks } from '../../_ui/export-links'
import style from '../../_ui/page.module.css'
import { PlanMatrix } from '../../_ui/plan-matrix'
import { moneyText, planWords } from '../../_ui/plan-words'

type Props = { group: PlanGroup; board: PlanBoard }

export function PlanMatrices({ group: { issuer, lines }, board }: Props) {
  const t = useTranslations('plans')
  const language = useLocale()
  const shown = [issuer, ...lines].filter(({ items }) => items !== null && items.length > 0)
  if (shown.length === 0) return <p className={style.soft}>{t('nothingPlanned')}</p>
  const plans = shown.map(({ unit, items }) => ({ unitId: unit.id, items: items! }))
  const names = new Map(shown.map(({ unit }) => [unit.id, language === 'en' ? unit.nameEn : unit.name]))
  const channels = planWords(board.vocabulary, [], language).channels
  const months = Array.from({ length: 12 }, (_, at) => ({
    code: `${board.year}-${String(at + 1).padStart(2, '0')}`,
    name: monthName(at, language),
  }))
  const used = new Set(plans.flatMap(({ items }) => items.map(({ channel }) => channel)))
  const common = {
    unitHead: t('unit'),
    nameOf: (id: string) => names.get(id) ?? id,
    money: (cost: number) => (cost === 0 ? '0' : t('millions', { millions: cost / 1e6 })),
  }
  const sum = plannedCost(plans.flatMap(({ items }) => items))
  return (
    <>
      <section className={style.section} aria-labelledby={`months-${issuer.unit.id}`}>
        <h3 id={`months-${issuer.unit.id}`}>{t('byMonth')}</h3>
        <p className={style.small}>{t('byMonthNote')}</p>
        <PlanMatrix caption={t('byMonth')} columns={months} rows={byMonth(plans)} {...common} />
      </section>
      <section className={style.section} aria-labelledby={`channels-${issuer.unit.id}`}>
        <h3 id={`channels-${issuer.unit.id}`}>{t('byChannel')}</h3>
        <PlanMatrix
          caption={t('byChannel')}
          columns={channels.filter(({ code }) => used.has(code))}
          rows={byChannel(plans)}
          {...common}
        />
        <p className={style.small}>{t('countedNote', { cost: moneyText(sum, language) })}</p>
        <p className={style.row}>
          <span className={style.soft}>{t('download')}</span>
          {exportLinks('plans', { year: String(board.year) }, language).map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </p>
      </section>
    </>
  )
}

/** "T3" on Vietnamese tables, "Mar" on English ones. */
const monthName = (at: number, language: string) =>
  language === 'en'
    ? new Date(Date.UTC(2024, at)).toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' })
    : `T${at + 1}`
