'use client'
// The items of a plan, with three ways to add one: empty, from a content of the office above with one tap, or copied. A new
// item begins with what the last one had: the same channel, the same office.
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { PlanBody, PlanItem } from '#lib/campaigns/plan-body'
import { newItem, plannedCost } from '#lib/campaigns/plan-items'
import type { Fault } from '#lib/problem'
import style from './plan-editor.module.css'
import { PlanItemCard } from './plan-item-card'
import { moneyText, type PlanWords } from './plan-words'

type Props = {
  body: PlanBody
  write: (body: PlanBody) => void
  year: number
  words: PlanWords
  /** Areas of the contents that may be added with one tap. */
  contents: readonly string[]
  offices: readonly string[]
  faults: readonly Fault[]
  language: string
}

export function PlanItems({ body, write, year, words, contents, offices, faults, language }: Props) {
  const t = useTranslations('plans')
  const { items } = body
  const [open, setOpen] = useState<string | null>(null)
  const [removed, setRemoved] = useState<{ item: PlanItem; at: number } | null>(null)
  const faultsAt = (at: number) => faults.filter(({ question }) => question.startsWith(`items.${at}.`))
  const firstFault = /^items\.(\d+)\./.exec(
    faults.find(({ question }) => question.startsWith('items.'))?.question ?? '',
  )?.[1]

  // biome-ignore lint/correctness/useExhaustiveDependencies: only new faults open an item
  useEffect(() => {
    const code = items[Number(firstFault ?? -1)]?.code
    if (code) show(code)
  }, [faults])

  function show(code: string) {
    setOpen(code)
    requestAnimationFrame(() => document.getElementById(`item-${code}`)?.scrollIntoView({ block: 'start' }))
  }
  function add(parts: Partial<PlanItem>) {
    const last = items.at(-1)
    const item = newItem(items, { channel: last?.channel ?? '', office: last?.office ?? '', ...parts })
    write({ ...body, items: [...items, item] })
    show(item.code)
  }
  function remove(at: number) {
    setRemoved({ item: items[at]!, at })
    write({ ...body, items: items.filter((_, other) => other !== at) })
  }
  function undo() {
    if (removed) write({ ...body, items: items.toSpliced(removed.at, 0, removed.item) })
    setRemoved(null)
  }
  const fromContent = (area: string) =>
    add({
      areas: [area],
      title: t('itemAbout', { area: words.areas.find(({ code }) => code === area)?.name ?? area }),
      targetGroups: body.targetGroups.length > 0 ? body.targetGroups : ['citizens'],
    })

  return (
    <section className={style.part} aria-labelledby="items">
      <h2 id="items">{t('items', { count: items.length })}</h2>
      <p className={style.note}>
        {t('plannedSum', { cost: moneyText(plannedCost(items), language) })}
        {body.budget !== null && plannedCost(items) > body.budget && ` ${t('overBudget')}`}
      </p>
      <ol className={style.items}>
        {items.map((item, at) => (
          <PlanItemCard
            key={item.code}
            item={item}
            number={at + 1}
            year={year}
            words={words}
            offices={offices}
            faults={faultsAt(at)}
            isOpen={open === item.code}
            onToggle={() => setOpen(open === item.code ? null : item.code)}
            onChange={(next) => write({ ...body, items: items.with(at, next) })}
            onCopy={() => add(item)}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      {removed && (
        <p role="status">
          {t('removed', { title: removed.item.title || t('untitledItem') })}{' '}
          <button type="button" className={style.quiet} onClick={undo}>
            {t('undo')}
          </button>
        </p>
      )}
      {contents.length > 0 && (
        <div className={style.field}>
          <strong>{t('addFromContents')}</strong>
          <div className={style.chips}>
            {contents.map((area) => (
              <button key={area} type="button" className={style.add} onClick={() => fromContent(area)}>
                + {words.areas.find(({ code }) => code === area)?.short ?? area}
              </button>
            ))}
          </div>
        </div>
      )}
      <div>
        <button type="button" className={style.add} onClick={() => add({})}>
          + {t('addItem')}
        </button>
      </div>
    </section>
  )
}
