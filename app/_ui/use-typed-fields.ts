'use client'
// Fields of a form whose other parts depend on what is typed: kept in state, with their faults.
import { type ChangeEvent, type ReactNode, useEffect, useState } from 'react'

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** `state` and `field` are those of `useFormAction`; `input(name)` are the props of an input. */
export function useTypedFields<Fields extends Record<string, string>>(
  start: Fields,
  state: unknown,
  field: (name: string) => { error?: ReactNode },
) {
  const [typed, type] = useState(start)
  // React empties the fields of a form after its action and forgets that ours are kept in state: they are drawn anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state of the form is the signal, not the value
  useEffect(() => type((before) => ({ ...before })), [state])
  const input = <Name extends keyof Fields & string>(name: Name) => ({
    name,
    value: typed[name],
    error: field(name).error,
    onChange: (event: ChangeEvent<Field>) => type({ ...typed, [name]: event.currentTarget.value }),
  })
  return { typed, type, input }
}
