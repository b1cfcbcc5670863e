// Every page of the staff and of visitors, as the file system of app/ has them, and where one can be looked at: pages with
// a name in their address are looked for among the links of other pages, as a person would find them.
import { readdirSync } from 'node:fs'

const app = new URL('../../app/', import.meta.url)

/** Addresses as Next sees them: "/waves/[wave]/paper". */
export const pageList: string[] = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/(^|\/)page\.tsx$/, '').replace(/\([^)]+\)\/?/g, '')}`)
  .sort()

export const isNamed = (page: string) => page.includes('[')

/** The page of the list behind an address; undefined for what is no page (a download, the front door). */
export function pageBehind(address: string): string | undefined {
  const path = address.split(/[?#]/, 1)[0]!
  return pageList.find((page) => page === path) ?? pageList.find((page) => isNamed(page) && fits(page, path))
}

const fits = (page: string, path: string) =>
  new RegExp(`^${page.replace(/\[[^\]]+\]/g, '[^/]+')}$`).test(path)
