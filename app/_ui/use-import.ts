'use client'
// A spreadsheet on its way in: file, columns, unit, preview; asked again whenever one of them changes. What was chosen stays
// whatever the server says.
import { useState, useTransition } from 'react'
import type { ImportPreview } from '#lib/imports/import-preview'
import type { FormState } from './form-state'
import type { FormAction } from './use-form-action'

type Options<Field extends string, Row> = {
  action: FormAction<ImportPreview<Field, Row>>
  /** The units to choose from for rows that name none. */
  units: readonly { value: string; label: string }[]
  /** Further fields to send along. */
  more?: Record<string, string>
}

/** `store()` sends for good; everything else is a trial. */
export function useImport<Field extends string, Row>({ action, units, more = {} }: Options<Field, Row>) {
  type Mapping = Partial<Record<Field, number>>
  const [file, setFile] = useState<File | null>(null)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [unit, setUnit] = useState(units.length === 1 ? units[0]!.value : '')
  const [leavesOut, setLeavesOut] = useState(false)
  const [preview, setPreview] = useState<ImportPreview<Field, Row> | null>(null)
  const [failed, setFailed] = useState<Extract<FormState, { status: 'failed' }> | null>(null)
  const [isSending, start] = useTransition()

  function ask(isTrial: boolean, columns: Mapping | null = mapping, chosen = file, place = unit) {
    if (!chosen) return
    const form = new FormData()
    for (const [name, value] of Object.entries(more)) form.set(name, value)
    form.set('file', chosen)
    form.set('unit', place)
    if (columns) form.set('mapping', JSON.stringify(columns))
    form.set('leavesOut', leavesOut ? '1' : '')
    form.set('isTrial', isTrial ? '1' : '')
    start(async () => {
      const state = await action({ status: 'new' }, form)
      setFailed(state.status === 'failed' ? state : null)
      if (state.status !== 'done') return
      // another file with other columns: what was chosen for the old ones means nothing there
      if (isTrial && columns && preview && String(preview.columns) !== String(state.result.columns))
        return ask(true, null, chosen, place)
      setPreview(state.result)
      setMapping(state.result.mapping)
    })
  }

  return {
    file,
    unit,
    units,
    mapping,
    leavesOut,
    setLeavesOut,
    preview,
    failed,
    isSending,
    store: () => ask(false),
    chooseFile(chosen: File | null) {
      setFile(chosen)
      setFailed(null)
      if (chosen) ask(true, mapping, chosen)
      else setPreview(null)
    },
    chooseUnit(place: string) {
      setUnit(place)
      ask(true, mapping, file, place)
    },
    chooseColumn(field: Field, column: string) {
      const { [field]: _old, ...rest } = mapping ?? ({} as Mapping)
      const next = (column === '' ? rest : { ...rest, [field]: Number(column) }) as Mapping
      setMapping(next)
      ask(true, next)
    },
  }
}

export type Import<Field extends string, Row> = ReturnType<typeof useImport<Field, Row>>
