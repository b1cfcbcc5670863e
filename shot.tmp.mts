import chromium from '@sparticuz/chromium'
import { chromium as pw } from 'playwright-core'
const base = 'http://localhost:41337'
const browser = await pw.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: true })
const [user, ...paths] = process.argv.slice(2)
for (const [w,h,tag] of [[1440,900,'d'],[360,740,'m']] as const) {
  const ctx = await browser.newContext({ viewport: { width: w, height: h }, locale: 'vi-VN' })
  const page = await ctx.newPage()
  page.on('requestfailed', q => console.log(tag,'failed',q.url(),q.failure()?.errorText)); page.on('response', q => { if (q.status()>=400) console.log(tag,q.status(),q.url()) }); page.on('console', m => { if (['error','warning'].includes(m.type())) console.log(tag, 'console', m.text().slice(0,300)) })
  page.on('pageerror', e => console.log(tag, 'pageerror', e.message.slice(0,300)))
  if (user !== '-') {
    await page.goto(base + '/sign-in')
    await page.fill('input[name=login]', user)
    await page.fill('input[name=password]', 'du-lieu-mau-2025')
    await page.click('main button[type=submit]')
    await page.waitForURL(/dashboard/, { timeout: 60000 })
  }
  for (const p of paths) {
    const [name, url] = p.split('=>')
    const t = Date.now()
    const r = await page.goto(base + url!, { waitUntil: 'load', timeout: 60000 })
    await page.waitForTimeout(600)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    console.log(tag, name, r?.status(), Date.now()-t, 'ms overflow', over)
    await page.screenshot({ path: `/tmp/results/${name}-${tag}.png`, fullPage: true })
  }
  await ctx.close()
}
await browser.close()
