// Finds in a mail that came back which of our messages it is about and whether the address is refused for good. Delivery
// reports (RFC 3464) are many and odd; what counts is our own Message-ID and the status code.
import { simpleParser } from 'mailparser'

export type Bounce = { messageId: string; code: string; isLasting: boolean }

/** What an officer pasted or uploaded: the source of one mail. Null when it is about none of our messages. */
export async function readBounce(source: string): Promise<Bounce | null> {
  const mail = await simpleParser(source, { skipHtmlToText: true, skipImageLinks: true })
  const parts = mail.attachments.map(({ content }) => content.toString('utf8'))
  const everything = [
    mail.text ?? '',
    ...parts,
    [mail.references ?? []].flat().join(' '),
    mail.inReplyTo ?? '',
  ].join('\n')
  const messageId = everything.match(/<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/i)?.[1]
  const code = everything.match(/^Status:\s*([245]\.\d{1,3}\.\d{1,3})/im)?.[1]
  const action = everything.match(/^Action:\s*(\w+)/im)?.[1]?.toLowerCase()
  if (!messageId || !code) return null
  return { messageId: messageId.toLowerCase(), code, isLasting: action === 'failed' && code.startsWith('5') }
}
