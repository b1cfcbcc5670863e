// The reports of the story of a year: written, signed, handed in, and opened as the files that an office sends.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import readXlsxFile from 'read-excel-file/node'
import { unpackOfficeFile } from '#lib/imports/unpack-office-file'
import { commune, year } from './year-stage'

export async function openReport(page: Page, period: 'q1' | 'h1' | 'year', unit: string = commune) {
  await page.goto(`/period-reports/${unit}/${year}/${period}`)
}

/** Signs what stands on the page and hands it in. */
export async function signAndSubmit(page: Page, name: string, number: string) {
  await page.getByLabel('Số văn bản').fill(number)
  await page.getByLabel('Chức vụ người ký').fill('Chủ tịch')
  await page.getByLabel('Họ tên người ký').fill(name)
  await page.getByRole('button', { name: 'Ký và nộp báo cáo' }).click()
  await page.getByRole('heading', { name: 'Báo cáo đã nộp' }).waitFor()
}

/** The rows of the tables of the report as the page shows it, by the words of their captions. */
export async function tablesOf(page: Page): Promise<Record<string, string[][]>> {
  const tables = await page
    .locator('article table')
    .evaluateAll((all) =>
      all.map((table) => [
        table.querySelector('caption')?.textContent ?? '',
        [...table.querySelectorAll('tr')].map((row) =>
          [...row.children].map((field) => field.textContent?.trim() ?? ''),
        ),
      ]),
    )
  return Object.fromEntries(tables)
}

async function download(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ])
  const stream = await file.createReadStream()
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** What a reader reads in the Word file, paragraph by paragraph; kept in tests/output/ to be looked at. */
export async function readWord(page: Page, name: string): Promise<string[]> {
  const bytes = await download(page, 'Tải báo cáo Word')
  await writeFile(fileURLToPath(new URL(`../output/${name}.docx`, import.meta.url)), bytes)
  const parts = await unpackOfficeFile(new Uint8Array(bytes), 20_000_000)
  const xml = new TextDecoder().decode(parts.get('word/document.xml'))
  return xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join(''))
    .filter(Boolean)
}

/** All cells of the workbook, sheet by sheet. */
export async function readWorkbook(page: Page): Promise<unknown[][][]> {
  const bytes = await download(page, 'Tải bảng Excel')
  const sheets = await readXlsxFile(bytes)
  return sheets.map(({ data }) => data)
}
