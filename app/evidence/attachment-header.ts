// The name under which a browser saves a file: plain letters for old browsers, the full Vietnamese name beside it (RFC 6266).
import { makeSlug } from '#lib/make-slug'

export function attachmentHeader(name: string): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  const plain = `${makeSlug(stem) || 'tep'}${ending.replace(/[^A-Za-z0-9.]/g, '')}`
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
