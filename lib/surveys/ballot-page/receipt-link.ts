// The address of the page that checks a receipt, with the receipt in the fragment: it never leaves the device.
import { toBase64url } from '#lib/ledger/base64url'

/** E.g. "/receipt#eyJ0aHVv…". */
export function receiptLink(file: object): string {
  return `/receipt#${toBase64url(new TextEncoder().encode(JSON.stringify(file)))}`
}
