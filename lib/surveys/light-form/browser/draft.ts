// What has been typed survives a reload of this tab, and nothing else. A device may be shared, so a draft belongs to the
// tab it was typed in, ends with sending, after half an hour without a touch or with "I am somebody else", and after a
// few minutes is not shown before somebody has said that it is theirs. A kiosk keeps none at all.

export type Draft = { receipt: string; page: number; fields: [string, string][] }
export type Drafts = {
  /** `isOld`: ask whose it is before showing anything of it. */
  load(): { draft: Draft; isOld: boolean } | null
  save(draft: Draft): void
  clear(): void
}
type Kept = Draft & { touchedAt: number }

export const forgottenAfter = 30 * 60_000
export const askedAfter = 5 * 60_000

export class DraftStore implements Drafts {
  constructor(
    private readonly key: string,
    private readonly isOff: boolean,
  ) {}

  load(): { draft: Draft; isOld: boolean } | null {
    try {
      const text = this.isOff ? null : sessionStorage.getItem(this.key)
      const kept = text ? (JSON.parse(text) as Kept) : null
      if (!kept) return null
      const age = Date.now() - kept.touchedAt
      if (age >= 0 && age < forgottenAfter) return { draft: kept, isOld: age > askedAfter }
      this.clear()
    } catch {
      // A browser without storage has no drafts.
    }
    return null
  }

  save(draft: Draft): void {
    try {
      if (this.isOff) return
      const kept: Kept = { ...draft, touchedAt: Date.now() }
      sessionStorage.setItem(this.key, JSON.stringify(kept))
    } catch {
      // A browser without storage loses the draft on reload; the form works all the same.
    }
  }

  clear(): void {
    try {
      sessionStorage.removeItem(this.key)
    } catch {
      // nothing was kept
    }
  }
}
