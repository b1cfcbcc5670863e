// Units below their parents, each with its code and the days between which it was this unit.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import tree from './tree.module.css'
import style from './unit-tree.module.css'

export type TreeUnit = {
  id: string
  code: string
  name: string
  nameEn: string
  parentId: string | null
  validFrom: Date
  validTo: Date | null
}

export function UnitTree({ units, roots }: { units: TreeUnit[]; roots: TreeUnit[] }) {
  return (
    <ul className={tree.tree}>
      {roots.map((unit) => {
        const children = units.filter((one) => one.parentId === unit.id)
        return (
          <li key={unit.id}>
            <UnitLine unit={unit} />
            {children.length > 0 && <UnitTree units={units} roots={children} />}
          </li>
        )
      })}
    </ul>
  )
}

function UnitLine({ unit }: { unit: TreeUnit }) {
  const t = useTranslations('units')
  const language = useLocale()
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'short', timeZone: 'UTC' })
  return (
    <div className={`${tree.box} ${style.line}`} data-gone={unit.validTo !== null}>
      <span className={tree.name}>{language === 'en' ? unit.nameEn : unit.name}</span>
      <code>{unit.code}</code>
      <span className={style.days}>
        {unit.validTo
          ? t('between', { from: day(unit.validFrom), to: day(unit.validTo) })
          : t('since', { from: day(unit.validFrom) })}
      </span>
    </div>
  )
}
