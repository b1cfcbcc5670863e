// Nothing here yet, said kindly, with the next step.
import type { ReactNode } from 'react'
import { StateBox } from './state-box'

export function EmptyState(props: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return <StateBox {...props} />
}
