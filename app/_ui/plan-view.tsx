// A plan to read: what it is for, its contents with their legal texts, what is done when and by whom, the duties.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { PlanBody } from '#lib/campaigns/plan-body'
import { plannedCost } from '#lib/campaigns/plan-items'
import { DataTable } from './data-table'
import style from './page.module.css'
import { moneyText, monthsText, namesOf, type PlanWords } from './plan-words'

type Props = { body: PlanBody; words: PlanWords; id: string }

export function PlanView({ body, words, id }: Props) {
  const t = useTranslations('plans')
  return (
    <div className={style.sections}>
      <Facts body={body} words={words} />
      {body.contents.length > 0 && (
        <section className={style.section} aria-labelledby={`${id}-contents`}>
          <h2 id={`${id}-contents`}>{t('contents')}</h2>
          {body.contents.map(({ area, texts, legalTexts }, at) => (
            <div key={area}>
              <h3>{`${at + 1}. ${namesOf([area], words.areas)}`}</h3>
              <ul>
                {texts.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
              {legalTexts.length > 0 && (
                <p className={style.small}>
                  {t('legalTexts')}: {legalTexts.join('; ')}
                </p>
              )}
            </div>
          ))}
        </section>
      )}
      <Items body={body} words={words} id={id} />
      <Duties body={body} id={id} />
    </div>
  )
}

function Facts({ body, words }: Omit<Props, 'id'>) {
  const t = useTranslations('plans')
  const language = useLocale()
  const format = useFormatter()
  const day = (text: string | null) =>
    text && format.dateTime(new Date(`${text}T12:00:00Z`), { dateStyle: 'short' })
  const { reportsDueOn } = body
  const reports = (['q1', 'h1', 'year'] as const)
    .filter((period) => reportsDueOn[period])
    .map((period) => `${t(`reports.${period}`)}: ${day(reportsDueOn[period])}`)
  const facts: [label: string, lines: (string | null)[]][] = [
    [t('planTitle'), [body.title]],
    [t('number'), [body.number]],
    [t('budget'), [body.budget === null ? '' : moneyText(body.budget, language)]],
    [t('goals'), body.goals],
    [t('targetGroups'), [namesOf(body.targetGroups, words.groups)]],
    [t('channels'), [namesOf(body.channels, words.channels)]],
    [t('unitPlansDueOn'), [day(body.unitPlansDueOn)]],
    [t('reportDays'), reports],
  ]
  return (
    <dl className={style.facts}>
      {facts
        .filter(([, lines]) => lines.some(Boolean))
        .map(([label, lines]) => (
          <div key={label}>
            <dt>{label}</dt>
            {lines.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
    </dl>
  )
}

function Items({ body, words, id }: Props) {
  const t = useTranslations('plans')
  const language = useLocale()
  const format = useFormatter()
  const { items } = body
  if (items.length === 0) return null
  const amounts = (item: PlanBody['items'][number]) => {
    const channel = words.channels.find(({ code }) => code === item.channel)
    const measures = channel?.measures ?? Object.keys(item.amounts).map((code) => ({ code, name: code }))
    return measures
      .filter(({ code }) => item.amounts[code] !== undefined)
      .map(({ code, name }) => `${format.number(item.amounts[code]!)} ${name}`)
      .join(', ')
  }
  return (
    <section className={style.section} aria-labelledby={`${id}-items`}>
      <h2 id={`${id}-items`}>{t('items', { count: items.length })}</h2>
      <p className={style.soft}>{t('plannedSum', { cost: moneyText(plannedCost(items), language) })}</p>
      <DataTable
        caption={t('items', { count: items.length })}
        isCaptionHidden
        rows={items}
        rowKey={({ code }) => code}
        columns={[
          { key: 'what', head: t('what'), cell: ({ title }) => title || t('untitledItem') },
          {
            key: 'channel',
            head: t('channel'),
            cell: ({ channel }) => namesOf(channel ? [channel] : [], words.channels) || '–',
          },
          {
            key: 'areas',
            head: t('areas'),
            cell: ({ areas }) =>
              namesOf(
                areas,
                words.areas.map(({ code, short }) => ({ code, name: short })),
              ) || '–',
          },
          {
            key: 'groups',
            head: t('targetGroups'),
            cell: ({ targetGroups }) => namesOf(targetGroups, words.groups) || '–',
          },
          { key: 'when', head: t('when'), cell: (item) => monthsText(item) || '–' },
          {
            key: 'where',
            head: t('whereHead'),
            cell: ({ where, place }) =>
              [namesOf(where, words.units), place].filter(Boolean).join('; ') || '–',
          },
          { key: 'amounts', head: t('amounts'), cell: (item) => amounts(item) || '–' },
          {
            key: 'cost',
            head: t('costHead'),
            isNumber: true,
            cell: ({ cost }) => (cost === null ? '–' : format.number(cost)),
          },
          { key: 'office', head: t('office'), cell: ({ office }) => office || '–' },
        ]}
      />
    </section>
  )
}

function Duties({ body: { duties }, id }: Pick<Props, 'body' | 'id'>) {
  const t = useTranslations('plans')
  const format = useFormatter()
  if (duties.length === 0) return null
  return (
    <section className={style.section} aria-labelledby={`${id}-duties`}>
      <h2 id={`${id}-duties`}>{t('duties')}</h2>
      <DataTable
        caption={t('duties')}
        isCaptionHidden
        rows={duties}
        rowKey={({ office, text }) => `${office} ${text}`}
        columns={[
          { key: 'office', head: t('dutyOfficeHead'), cell: ({ office }) => office },
          { key: 'text', head: t('dutyText'), cell: ({ text }) => text },
          {
            key: 'day',
            head: t('dutyDay'),
            cell: ({ dueOn }) =>
              dueOn ? format.dateTime(new Date(`${dueOn}T12:00:00Z`), { dateStyle: 'short' }) : '–',
          },
        ]}
      />
    </section>
  )
}
