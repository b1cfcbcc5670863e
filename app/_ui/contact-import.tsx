'use client'
// A spreadsheet becomes people: file, preview with the columns that were recognised, faults at their rows, and only then the
// import.
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { columnFields } from '#lib/contacts/contact-columns'
import type { ContactPreview } from '#lib/contacts/contact-preview'
import { showPhone } from '#lib/contacts/normalise-phone'
import { ConsentFields } from './consent-fields'
import { DataTable } from './data-table'
import { ImportColumns, ImportFinish, ImportRefusal, ImportResult, ImportSource } from './import-parts'
import style from './page.module.css'
import type { FormAction } from './use-form-action'
import { useImport } from './use-import'

type Props = {
  action: FormAction<ContactPreview>
  list: string
  needsConsent: boolean
  /** To choose for rows without a unit; one for a commune officer. */
  units: { value: string; label: string }[]
}

export function ContactImport({ action, list, needsConsent, units }: Props) {
  const t = useTranslations('contactImport')
  const words = useTranslations('contacts')
  const language = useLocale()
  const [consent, setConsent] = useState({ consentText: '', consentOn: '' })
  const from = useImport({ action, units, more: { list, ...consent } })
  const { preview, failed } = from
  const nameOf = new Map(units.map(({ value, label }) => [value, label]))
  const labelOf = (name: (typeof columnFields)[number]) => words(name === 'title' ? 'titleOf' : name)
  const consentField = (name: keyof typeof consent) => ({
    value: consent[name],
    error: failed?.faults.find(({ question }) => question === name)?.[language],
    onChange: (event: { currentTarget: { value: string } }) =>
      setConsent({ ...consent, [name]: event.currentTarget.value }),
  })

  if (preview?.stored != null)
    return (
      <div className={style.panel} role="status">
        <p>{t('stored', { count: preview.stored })}</p>
        <Link className="button" href={`/contacts/${list}`}>
          {t('seeList')}
        </Link>
      </div>
    )
  return (
    <div className={style.sections}>
      <ImportSource from={from} words={{ fileNote: t('fileNote'), unit: t('unit'), noUnit: t('noUnit') }} />
      {failed && (
        <ImportRefusal
          faults={failed.faults.filter(({ question }) => !question.startsWith('consent'))}
          sentence={failed.sentence}
        />
      )}
      {preview && (
        <>
          <section className={style.section} aria-labelledby="columns">
            <h2 id="columns">{t('columns')}</h2>
            <ImportColumns from={from} fields={columnFields} labelOf={labelOf} />
          </section>
          <ImportResult preview={preview} labelOf={labelOf}>
            {preview.rows.length > 0 && (
              <DataTable
                caption={t('sampleRows')}
                rows={preview.rows}
                rowKey={({ row }) => String(row)}
                columns={[
                  { key: 'name', head: words('name'), cell: ({ person }) => person.name },
                  { key: 'title', head: words('titleOf'), cell: ({ person }) => person.title },
                  { key: 'unit', head: words('unit'), cell: ({ unitId }) => nameOf.get(unitId) },
                  { key: 'email', head: words('email'), cell: ({ person }) => person.email },
                  { key: 'phone', head: words('phone'), cell: ({ person }) => showPhone(person.phone) },
                  { key: 'stratum', head: words('stratum'), cell: ({ stratum }) => stratum },
                ]}
              />
            )}
          </ImportResult>
          {needsConsent && (
            <div className={style.panel}>
              <ConsentFields text={consentField('consentText')} day={consentField('consentOn')} />
            </div>
          )}
          <ImportFinish from={from} preview={preview} label={t('store', { count: preview.good })} />
        </>
      )}
    </div>
  )
}
