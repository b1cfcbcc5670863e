'use client'
// One item of a plan: closed it says the main thing in two lines, open it can be written.
import { useLocale, useTranslations } from 'next-intl'
import type { PlanItem } from '#lib/campaigns/plan-body'
import type { Fault } from '#lib/problem'
import style from './plan-editor.module.css'
import { ManyField, NumberField, SelectField, TextField } from './plan-fields'
import { moneyText, monthsText, namesOf, type PlanWords } from './plan-words'

type Props = {
  item: PlanItem
  number: number
  year: number
  words: PlanWords
  offices: readonly string[]
  faults: readonly Fault[]
  isOpen: boolean
  onToggle: () => void
  onChange: (item: PlanItem) => void
  onCopy: () => void
  onRemove: () => void
}

export function PlanItemCard(props: Props) {
  const { item, number, words, faults, isOpen, onToggle } = props
  const t = useTranslations('plans')
  const language = useLocale()
  const facts = [
    namesOf(item.channel ? [item.channel] : [], words.channels),
    monthsText(item),
    item.cost === null || item.cost < 0 ? '' : moneyText(item.cost, language),
  ].filter(Boolean)
  const isWhole = Boolean(item.title && item.channel && item.from && item.to && item.areas.length)
  return (
    <li className={style.item} id={`item-${item.code}`} data-whole={isWhole} data-faulty={faults.length > 0}>
      <button type="button" className={style.head} aria-expanded={isOpen} onClick={onToggle}>
        <strong>
          {number}. {item.title || t('untitledItem')}
        </strong>
        <span>{facts.join(' · ') || t('nothingYet')}</span>
      </button>
      {isOpen && <ItemFields {...props} />}
    </li>
  )
}

function ItemFields({ item, year, words, offices, faults, onChange, onCopy, onRemove, number }: Props) {
  const t = useTranslations('plans')
  const language = useLocale()
  const fault = (part: string) => faults.find(({ question }) => question.endsWith(`.${part}`))?.[language]
  const set = (parts: Partial<PlanItem>) => onChange({ ...item, ...parts })
  const months = Array.from({ length: 12 }, (_, at) => ({
    code: `${year}-${String(at + 1).padStart(2, '0')}`,
    name: t('monthOf', { month: at + 1, year }),
  }))
  const measures = words.channels.find(({ code }) => code === item.channel)?.measures ?? []
  return (
    <div className={style.body}>
      <TextField
        label={t('what')}
        rows={2}
        value={item.title}
        fault={fault('title')}
        onChange={(title) => set({ title })}
      />
      <SelectField
        label={t('channel')}
        value={item.channel}
        choices={words.channels}
        empty={t('choose')}
        fault={fault('channel')}
        onChange={(channel) => set({ channel, amounts: {} })}
      />
      <ManyField
        label={t('areas')}
        chosen={item.areas}
        choices={words.areas.map(({ code, short }) => ({ code, name: short }))}
        fault={fault('areas')}
        onChange={(areas) => set({ areas })}
      />
      <ManyField
        label={t('targetGroups')}
        chosen={item.targetGroups}
        choices={words.groups}
        fault={fault('targetGroups')}
        onChange={(targetGroups) => set({ targetGroups })}
      />
      <div className={style.pair}>
        <SelectField
          label={t('from')}
          value={item.from}
          choices={months}
          empty={t('choose')}
          fault={fault('from')}
          onChange={(from) => set({ from, to: item.to === '' || item.to < from ? from : item.to })}
        />
        <SelectField
          label={t('to')}
          value={item.to}
          choices={months}
          empty={t('choose')}
          fault={fault('to')}
          onChange={(to) => set({ to })}
        />
      </div>
      {measures.length > 0 && (
        <div className={style.pair}>
          {measures.map(({ code, name }, at) => (
            <NumberField
              key={`${item.channel} ${code}`}
              label={name}
              value={item.amounts[code] ?? null}
              fault={at === 0 ? fault('amounts') : undefined}
              onChange={(amount) => set({ amounts: withAmount(item.amounts, code, amount) })}
            />
          ))}
        </div>
      )}
      <div className={style.pair}>
        <NumberField
          label={t('cost')}
          note={t('costNote')}
          value={item.cost}
          fault={fault('cost')}
          onChange={(cost) => set({ cost })}
        />
        <TextField
          label={t('office')}
          value={item.office}
          offers={offices}
          fault={fault('office')}
          onChange={(office) => set({ office })}
        />
      </div>
      {words.units.length > 0 && (
        <ManyField
          label={t('where')}
          note={t('whereNote')}
          chosen={item.where}
          choices={words.units}
          onChange={(where) => set({ where })}
        />
      )}
      <TextField
        label={t('place')}
        note={t('placeNote')}
        value={item.place}
        onChange={(place) => set({ place })}
      />
      <div className={style.buttons}>
        <button type="button" className={style.quiet} onClick={onCopy}>
          {t('copyItem')}
        </button>
        <button
          type="button"
          className={style.quiet}
          aria-label={t('removeItemOf', { number })}
          onClick={onRemove}
        >
          {t('removeItem')}
        </button>
      </div>
    </div>
  )
}

function withAmount(amounts: PlanItem['amounts'], measure: string, amount: number | null) {
  const { [measure]: _before, ...others } = amounts
  return amount === null ? others : { ...others, [measure]: amount }
}
