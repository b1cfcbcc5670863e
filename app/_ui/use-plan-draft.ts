'use client'
// The plan on the page: what is typed, whether it is stored, and what the server found. What is not stored yet is kept in
// the device, also through a reload or a dead battery. The surprise: a draft that was typed upon an older version is shown
// beside the new one as a choice and never sent by itself.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlanBody } from '#lib/campaigns/plan-body'
import type { Fault, Sentence } from '#lib/problem'
import type { FormState } from './form-state'

export type PlanAction = (state: FormState<number>, form: FormData) => Promise<FormState<number>>
export type DraftState = 'saved' | 'unsaved' | 'sending' | 'offline' | 'refused'

type Place = { unit: string; year: number }
type Kept = { body: PlanBody; seen: number }

/** `seen` is the number of the last event when the page was made. */
export function usePlanDraft(place: Place, initial: PlanBody, seenAtFirst: number) {
  const key = `plan:${place.unit}:${place.year}`
  const [body, setBody] = useState(initial)
  const newest = useRef(initial)
  const [seen, setSeen] = useState(seenAtFirst)
  const [state, setState] = useState<DraftState>('saved')
  const [problem, setProblem] = useState<{ sentence: Sentence; faults: Fault[] } | null>(null)
  const [other, setOther] = useState<PlanBody | null>(null)

  useEffect(() => {
    const kept = recall(key)
    if (!kept) return
    if (kept.seen !== seenAtFirst) return setOther(kept.body)
    newest.current = kept.body
    setBody(kept.body)
    setState('unsaved')
  }, [key, seenAtFirst])

  useEffect(() => {
    if (state === 'saved') return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [state])

  const write = useCallback(
    (next: PlanBody) => {
      newest.current = next
      setBody(next)
      setState('unsaved')
      keep(key, { body: next, seen })
    },
    [key, seen],
  )

  const send = useCallback(
    async (action: PlanAction) => {
      setState('sending')
      const result = await ask(action, { ...place, seen, body: JSON.stringify(body) })
      if (result === 'offline') return setState('offline')
      if (result.status !== 'done') {
        setProblem(result.status === 'failed' ? result : null)
        return setState('refused')
      }
      setSeen(result.result)
      setProblem(null)
      const isMore = newest.current !== body
      if (isMore) keep(key, { body: newest.current, seen: result.result })
      else forget(key)
      setState(isMore ? 'unsaved' : 'saved')
    },
    [place, seen, body, key],
  )

  /** What was typed before takes the place of what is stored, or is thrown away. */
  const choose = useCallback(
    (isOther: boolean) => {
      if (isOther && other) write(other)
      else forget(key)
      setOther(null)
    },
    [other, write, key],
  )

  return { body, write, state, problem, send, other, choose }
}

async function ask(action: PlanAction, fields: Record<string, string | number>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value))
  try {
    return await action({ status: 'new' }, form)
  } catch {
    return 'offline' as const
  }
}

function keep(key: string, kept: Kept) {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // a full or forbidden storage only loses the safety net
  }
}

function recall(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

function forget(key: string) {
  try {
    localStorage.removeItem(key)
  } catch {
    // see keep
  }
}
