// /o/<code>: ends messages to a person. A plain page with one button, because links are opened by scanners; the same address
// takes the POST that mail programs send by themselves (RFC 8058). No cookie, no script.
import type { IncomingMessage } from 'node:http'
import { findOptOut, stopMessages } from '#lib/flows/stop-messages'
import type { Problem } from '#lib/problem'
import { style } from '#lib/surveys/light-form/style'
import type { Reply } from './citizen-reply'

/** The code of such an address, or null. */
export function optOutAsked(path: string): string | null {
  return /^\/o\/([\w-]{1,100})$/.exec(path)?.[1] ?? null
}

/** GET asks, POST does. Throws optOutUnknown. */
export async function showOptOut(request: IncomingMessage, code: string): Promise<Reply> {
  request.resume() // what a mail program puts into its POST says nothing new
  if (request.method === 'POST') {
    await stopMessages(null, { code })
    return page(200, done)
  }
  return page(200, (await findOptOut(null, { code })) ? done : ask)
}

export function optOutProblem({ status, sentence }: Problem): Reply {
  return page(
    status,
    `<h1>Đường dẫn không dùng được</h1><p class=lead>${sentence.vi}</p><p lang="en">${sentence.en}</p>`,
  )
}

const ask = `<h1>Ngừng nhận thư và tin nhắn?</h1>
<p class=lead>Sau khi xác nhận, hệ thống không gửi lời mời và lời nhắc nào cho ông/bà nữa, ở mọi đợt khảo sát. Lời mời đã nhận vẫn dùng được.</p>
<p lang="en">After you confirm, no more invitations or reminders are sent to you in any survey. An invitation you have received stays valid.</p>
<form method="post"><p class=go><button class=b>Xác nhận ngừng nhận <span lang="en">/ Stop messages</span></button></p></form>`

const done = `<h1>Ông/bà sẽ không nhận thư và tin nhắn nữa</h1>
<p>Có hiệu lực ngay. Muốn nhận lại, hãy báo cơ quan đã gửi lời mời.</p>
<p lang="en">You will get no more messages, from now on. To get them again, tell the office that invited you.</p>`

const page = (status: number, content: string): Reply => ({
  status,
  type: 'text/html',
  caching: 'once',
  body: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>Ngừng nhận thư</title><style>${style}</style></head><body><main>${content}</main></body></html>`,
})
