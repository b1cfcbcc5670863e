'use client'
// Saves one criterion of a sheet while it is typed. What could not be sent is kept in the tab (also through a reload),
// tried again every few seconds and as soon as the network is back, and leaving the page warns. The surprise: a refusal is
// not tried again, because only the person can mend it.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { SheetLine } from '#lib/rounds/sheet'
import type { FormState } from './form-state'

/** conflict: typed before a reload, while somebody else wrote: it waits for the person to touch it again. */
export type SaveState = 'conflict' | 'saved' | 'waiting' | 'incomplete' | 'saving' | 'offline' | 'refused'
export type SaveLine = (state: FormState<SheetLine>, form: FormData) => Promise<FormState<SheetLine>>

type Options<Draft> = {
  /** Where the draft is kept in the tab. */
  storageKey: string
  initial: Draft
  seen: number
  /** Null while there is not enough to send. */
  toFields: (draft: Draft) => Record<string, string> | null
  save: SaveLine
  onSaved: (line: SheetLine) => void
}

const pause = 900
const retryEvery = 4000

export function useAutosave<Draft extends object>(options: Options<Draft>) {
  const { storageKey, initial } = options
  const [draft, setDraft] = useState(initial)
  const [state, setState] = useState<SaveState>('saved')
  const [problem, setProblem] = useState<FormState<SheetLine> | null>(null)
  const latest = useRef({ ...options, draft, edits: 0, savedEdits: 0, isSending: false })
  Object.assign(latest.current, options, { seen: Math.max(latest.current.seen, options.seen) })

  const flush = useCallback(async () => {
    const now = latest.current
    if (now.isSending || now.edits === now.savedEdits) return
    const fields = now.toFields(now.draft)
    if (!fields) return setState('incomplete')
    const edits = now.edits
    now.isSending = true
    setState('saving')
    const result = await send(now.save, { ...fields, seen: String(now.seen) })
    now.isSending = false
    if (result === 'offline') return setState('offline')
    if (result.status !== 'done') {
      now.savedEdits = edits
      setProblem(result)
      return setState('refused')
    }
    now.seen = result.result.seen
    now.savedEdits = edits
    now.onSaved(result.result)
    if (now.edits === edits) {
      forget(now.storageKey)
      setState('saved')
    } else setState('waiting')
  }, [])

  const change = useCallback((part: Partial<Draft>) => {
    const now = latest.current
    now.draft = { ...now.draft, ...part }
    now.edits++
    setDraft(now.draft)
    setProblem(null)
    keep(now.storageKey, { draft: now.draft, seen: now.seen })
    setState(now.toFields(now.draft) ? 'waiting' : 'incomplete')
  }, [])

  useEffect(() => {
    const kept = recall<{ draft: Draft; seen: number }>(storageKey)
    if (!kept) return
    change(kept.draft)
    if (kept.seen !== latest.current.seen) setState('conflict')
  }, [storageKey, change])

  // biome-ignore lint/correctness/useExhaustiveDependencies: every edit starts the pause anew
  useEffect(() => {
    if (state !== 'waiting') return
    const timer = setTimeout(flush, pause)
    return () => clearTimeout(timer)
  }, [state, draft, flush])

  useEffect(() => {
    if (state !== 'offline') return
    const timer = setInterval(flush, retryEvery)
    window.addEventListener('online', flush)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', flush)
    }
  }, [state, flush])

  return { draft, change, state, problem, flush }
}

async function send(
  save: SaveLine,
  fields: Record<string, string>,
): Promise<FormState<SheetLine> | 'offline'> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  try {
    return await save({ status: 'new' }, form)
  } catch {
    return 'offline'
  }
}

function keep(key: string, typed: object) {
  try {
    sessionStorage.setItem(key, JSON.stringify(typed))
  } catch {
    // a full or forbidden storage only loses the safety net, not the field
  }
}

function recall<Typed>(key: string): Typed | null {
  try {
    const kept = sessionStorage.getItem(key)
    return kept ? (JSON.parse(kept) as Typed) : null
  } catch {
    return null
  }
}

function forget(key: string) {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // see keep
  }
}
