// Preloaded into a server whose year a story plays: its clock goes on as always, from the moment that the file MOVED_CLOCK says.
// The clock of the database stays where it is: whatever goes by a day has to go by this one. Browsers keep theirs too, so
// cookies lose the day on which they end and last as long as the browser.
import { readFileSync } from 'node:fs'
import { ServerResponse } from 'node:http'

const Real = Date
let readAt = Number.NEGATIVE_INFINITY
let ahead = 0

/** Now; the file is read again after a moment, so that days pass without a word to this process. */
function now() {
  if (performance.now() - readAt > 20) {
    ahead = Number(readFileSync(process.env.MOVED_CLOCK, 'utf8'))
    readAt = performance.now()
  }
  return Real.now() + ahead
}

globalThis.Date = new Proxy(Real, {
  construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now()], made),
  apply: (target) => new target(now()).toString(),
  get: (target, key) => (key === 'now' ? now : target[key]),
})
Real.prototype.constructor = globalThis.Date

const { writeHead } = ServerResponse.prototype
ServerResponse.prototype.writeHead = function (...given) {
  const cookies = this.getHeader('set-cookie')
  if (cookies)
    this.setHeader(
      'set-cookie',
      [cookies].flat().map((one) => one.replace(/; *expires=[^;]+/i, '')),
    )
  return writeHead.apply(this, given)
}
