// Two ways of filling in a page: by touch, as far as a browser goes without a script, and by the keys of a keyboard alone.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export type Hand = {
  /** One choice of several, by its words. */
  choose(group: Locator, words: string): Promise<void>
  /** A box of its own, or one of several. */
  tick(box: Locator): Promise<void>
  /** A line of a list. */
  pick(list: Locator, words: string): Promise<void>
  write(field: Locator, text: string): Promise<void>
  press(button: Locator): Promise<void>
}

const choiceOf = (group: Locator, words: string) =>
  group.locator('label.o', { hasText: words }).locator('input').first()

/** Taps and types. */
export const touch: Hand = {
  choose: (group, words) => choiceOf(group, words).check(),
  tick: (box) => box.check(),
  pick: async (list, words) => void (await list.selectOption({ label: words })),
  write: (field, text) => field.fill(text),
  press: (button) => button.click(),
}

/** Nothing but keys: whoever cannot be reached with Tab is not filled in, and the story fails. */
export function keyboard(page: Page): Hand {
  const press = (key: string) => page.keyboard.press(key)
  const isHeld = (place: Locator) => place.evaluate((element) => element === document.activeElement)
  const reach = async (place: Locator, key = 'Tab') => {
    for (let step = 0; step < 80; step++) {
      if (await isHeld(place)) return
      await press(key)
    }
    expect(await isHeld(place), `Tab leads to ${place}`).toBe(true)
  }
  const tick = async (box: Locator) => {
    await reach(box)
    if (!(await box.isChecked())) await press('Space')
  }
  return {
    tick,
    async choose(group, words) {
      const wanted = choiceOf(group, words)
      const first = group.locator('input:checked').or(group.locator('input')).first()
      await tick(first)
      await reach(wanted, 'ArrowDown')
      expect(await wanted.isChecked()).toBe(true)
    },
    async pick(list, words) {
      await reach(list)
      const lines = await list.locator('option').allTextContents()
      await press('Home')
      for (let line = 0; line < lines.indexOf(words); line++) await press('ArrowDown')
    },
    async write(field, text) {
      await reach(field)
      await press('Control+A')
      await page.keyboard.type(text)
    },
    async press(button) {
      await reach(button)
      await press('Enter')
    },
  }
}
