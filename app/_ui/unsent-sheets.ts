// Keyed sheets that the server has not confirmed yet, kept sealed on this device, so that neither a cut network nor a
// closed browser loses one. Where nothing can be sealed (no https) they stay in the page only.
import { canSeal, open, type Sealed, seal } from '#lib/surveys/light-form/browser/device-seal'
import { inStore } from '#lib/surveys/light-form/browser/device-store'
import type { KeyedSheet } from '#lib/surveys/paper-form/keyed-sheet'

export type UnsentSheet = { sheet: number; keyed: KeyedSheet; voidReason: string }

/** What is kept under a name; nothing when it cannot be read. */
export async function readUnsent(name: string): Promise<UnsentSheet[]> {
  if (!canSeal()) return []
  try {
    const sealed = await inStore<Sealed | undefined>('device', 'readonly', (store) => store.get(name))
    return sealed ? await open<UnsentSheet[]>(sealed, name) : []
  } catch {
    return []
  }
}

/** Keeps the sheets in place of what was kept. */
export async function keepUnsent(name: string, sheets: UnsentSheet[]): Promise<void> {
  if (!canSeal()) return
  if (sheets.length === 0) {
    await inStore('device', 'readwrite', (store) => store.delete(name))
    return
  }
  const sealed = await seal(sheets, name)
  await inStore('device', 'readwrite', (store) => store.put(sealed, name))
}
