// The board of a year: who has handed in a plan, who is late, and what is planned where, by month and by channel.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listPlans, type PlanBoard, type PlanGroup } from '#lib/flows/list-plans'
import { load } from '../../_server/load'
import { EmptyState } from '../../_ui/empty-state'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'
import { PlanBadge } from '../../_ui/plan-badge'
import forms from '../../_ui/round-forms.module.css'
import { TabLinks } from '../../_ui/tab-links'
import { unitName } from '../../_ui/unit-names'
import { PlanLines, PlanStats } from './plan-lines'
import { PlanMatrices } from './plan-matrices'

type Props = { searchParams: Promise<{ year?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('plans'))('title') }
}

export default async function PlansPage({ searchParams }: Props) {
  const asked = (await searchParams).year ?? ''
  const year = /^20\d\d$/.test(asked) ? asked : dayInVietNam().slice(0, 4)
  const board = await load((actor) => listPlans(actor, { year }))
  const t = await getTranslations('plans')
  const begun = board.groups.filter(({ isBegun }) => isBegun)
  const others = board.groups.filter(({ isBegun }) => !isBegun)
  return (
    <>
      <PageHeader title={t('boardOf', { year: board.year })} lead={t('lead')} />
      <div className={forms.tabs}>
        <TabLinks
          label={t('year')}
          tabs={board.years.map((one) => ({
            href: `/plans?year=${one}`,
            label: String(one),
            isCurrent: one === board.year,
          }))}
        />
      </div>
      <div className={style.sections}>
        {board.groups.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
        {begun.map((group) => (
          <Group key={group.issuer.unit.id} group={group} board={board} />
        ))}
        {others.length > 0 && <NotBegun groups={others} year={board.year} />}
      </div>
    </>
  )
}

async function Group({ group, board }: { group: PlanGroup; board: PlanBoard }) {
  const { issuer, lines, dueOn } = group
  const t = await getTranslations('plans')
  const format = await getFormatter()
  const name = unitName(issuer.unit, await getLocale())
  const id = `group-${issuer.unit.id}`
  return (
    <section className={style.sections} aria-labelledby={id}>
      <div className={style.section}>
        <h2 id={id}>{name}</h2>
        <p className={style.row}>
          <Link href={`/plans/${issuer.unit.id}/${board.year}`}>{t('issuerPlan')}</Link>
          <PlanBadge step={issuer.step} />
          <span className={style.soft}>
            {dueOn
              ? t('dueOn', { day: format.dateTime(new Date(`${dueOn}T12:00:00Z`), { dateStyle: 'long' }) })
              : t('noDay')}
          </span>
        </p>
      </div>
      {lines.length > 1 && <PlanStats lines={lines} />}
      <PlanLines
        lines={lines}
        year={board.year}
        caption={t('boardCaption', { unit: name, year: board.year })}
      />
      <PlanMatrices group={group} board={board} />
    </section>
  )
}

/** Offices below which nobody has begun a plan: a way to begin. */
async function NotBegun({ groups, year }: { groups: PlanGroup[]; year: number }) {
  const t = await getTranslations('plans')
  const language = await getLocale()
  const unitOf = ({ unit }: PlanGroup['issuer']) => (
    <Link href={`/plans/${unit.id}/${year}`}>{language === 'en' ? unit.nameEn : unit.name}</Link>
  )
  return (
    <section className={style.section} aria-labelledby="not-begun">
      <h2 id="not-begun">{t('notBegun', { year })}</h2>
      <ul>
        {groups.map(({ issuer, lines }) => (
          <li key={issuer.unit.id}>
            {unitOf(issuer)}:{' '}
            {lines.map((line, at) => (
              <span key={line.unit.id}>
                {at > 0 && ', '}
                {unitOf(line)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
