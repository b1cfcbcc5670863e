// Fields for days with their hour, as opening, closing and deadlines have them. What is typed is Viet Nam time wherever the
// browser is.
import { TextInput } from '@mantine/core'
import type { useTypedFields } from './use-typed-fields'

type Props<Name extends string> = {
  /** In the order of the page. */
  labels: Record<Name, string>
  note?: string
  input: (name: Name) => ReturnType<ReturnType<typeof useTypedFields>['input']>
}

export function TimeFields<Name extends string>({ labels, note, input }: Props<Name>) {
  const names = Object.keys(labels) as Name[]
  return names.map((name) => (
    <TextInput key={name} type="datetime-local" label={labels[name]} description={note} {...input(name)} />
  ))
}
