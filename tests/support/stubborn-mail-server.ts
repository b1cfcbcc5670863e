// A mail server that speaks SMTP up to a chosen word and then says something else, or nothing at all: real sockets, and what
// real servers do on a bad day. What it was given before stays readable.
import { createServer, type Socket } from 'node:net'

export const stages = ['greeting', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'content'] as const
export type Stage = (typeof stages)[number]

/** What is said instead of yes; `hang`: nothing; `drop`: the line is cut. */
export type Stubbornness = 'hang' | 'drop' | (string & {})

export type StubbornServer = {
  port: number
  /** smtp://… with a sender: what SMTP_URL takes. */
  url: string
  /** How many connections have come as far as the stage. */
  reached(): number
  /** Mails that were taken. */
  taken(): number
  close(): Promise<void>
}

const yes: Record<Stage, string> = {
  greeting: '220 mx.example.vn ESMTP',
  EHLO: '250-mx.example.vn\r\n250-STARTTLS\r\n250-AUTH PLAIN\r\n250 DSN',
  STARTTLS: '454 4.7.0 TLS not available',
  AUTH: '235 2.7.0 accepted',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go ahead',
  content: '250 2.0.0 queued',
}

export async function openStubbornServer(at: Stage, instead: Stubbornness): Promise<StubbornServer> {
  const sockets = new Set<Socket>()
  let reached = 0
  let taken = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    let isContent = false
    let heard = ''
    const answer = (stage: Stage) => {
      if (stage === at) reached++
      if (stage === at && instead === 'hang') return
      if (stage === at && instead === 'drop') return void socket.destroy()
      if (stage === 'content' && stage !== at) taken++
      isContent = stage === 'DATA' && stage !== at
      socket.write(`${stage === at ? instead : yes[stage]}\r\n`)
    }
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      for (;;) {
        const end = isContent ? '\r\n.\r\n' : '\r\n'
        const length = heard.indexOf(end)
        if (length < 0) return
        const line = heard.slice(0, length)
        heard = heard.slice(length + end.length)
        if (isContent) answer('content')
        else {
          const word = line.split(/[ :]/, 1)[0]!.toUpperCase()
          if (word === 'QUIT') return void socket.end('221 bye\r\n')
          if ((stages as readonly string[]).includes(word)) answer(word as Stage)
          else socket.write('250 ok\r\n')
        }
      }
    })
    answer('greeting')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    port,
    url: `smtp://127.0.0.1:${port}?security=none&from=${encodeURIComponent('Huyện <thuoc-do@example.vn>')}`,
    reached: () => reached,
    taken: () => taken,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
