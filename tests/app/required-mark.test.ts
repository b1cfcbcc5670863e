// In a real browser: what the answers make required is marked so at once, for the eye and for a screen reader.
import { expect, it } from 'vitest'
import { closePage, expectAccessible, openPage, phone } from '../e2e/browser'
import { frontDoorScene, openWave } from '../support/front-door-scene'

const { at } = frontDoorScene()
const text = (vi: string) => ({ vi, en: `${vi} (en)` })
const choices = [
  { value: 1, text: text('Rồi') },
  { value: 0, text: text('Chưa') },
]

it('marks a question as optional only while it is', async () => {
  const form = {
    elements: [
      { type: 'radiogroup', name: 'used', title: text('Đã đến UBND?'), isRequired: true, choices },
      { type: 'comment', name: 'why', title: text('Vì sao?'), requiredIf: '{used} = 0' },
    ],
  }
  const { page: path } = await openWave({}, form)
  const page = await openPage({ baseURL: at(''), ...phone })
  await page.goto(path)
  await page.locator('#consent').check()
  await page.locator('#next').click()
  const mark = page.locator('label', { hasText: 'Vì sao?' }).getByText('(không bắt buộc)')
  const field = page.locator('textarea')
  expect([await mark.isVisible(), await field.getAttribute('aria-required')]).toEqual([true, 'false'])
  await page.getByText('Chưa', { exact: true }).click()
  expect([await mark.isVisible(), await field.getAttribute('aria-required')]).toEqual([false, 'true'])
  await expectAccessible(page)
  await page.locator('#next').click()
  await page.getByText('Câu “Vì sao?” chưa được trả lời.').first().waitFor()
  await page.getByText('Rồi', { exact: true }).click()
  expect([await mark.isVisible(), await field.getAttribute('aria-required')]).toEqual([true, 'false'])
  await closePage(page)
})
