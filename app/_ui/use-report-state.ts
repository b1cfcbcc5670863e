'use client'
// Tells the sheet how a criterion's saving stands, so that it can count what is not stored yet.
import { useEffect } from 'react'
import type { SaveState } from './use-autosave'

export type ReportState = (criterion: string, state: SaveState) => void

export function useReportState(criterion: string, state: SaveState, report: ReportState) {
  useEffect(() => report(criterion, state), [criterion, state, report])
}
