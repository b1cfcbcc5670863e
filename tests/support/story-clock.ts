// The days of a story that plays a whole year: its server, and the browsers it opens, live on the day that was set last.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type StoryClock = {
  /** For the server: see moved-clock.js. */
  settings: Record<string, string>
  /** The moment that was set last. */
  now(): Date
  /** Lets it be this day, 9 in the morning in Viet Nam unless an hour is given. */
  set(day: string, hour?: string): Promise<void>
}

/** `folder` keeps the file that the server reads; `day` is where the story begins. */
export function makeStoryClock(folder: string, day: string): StoryClock {
  const file = join(folder, 'moved-clock')
  let now = new Date()
  const write = (wanted: string, hour: string) => {
    now = new Date(`${wanted}T${hour}:00+07:00`)
    writeFileSync(file, String(now.getTime() - Date.now()))
  }
  write(day, '09:00')
  const preload = new URL('moved-clock.js', import.meta.url).href
  return {
    settings: { MOVED_CLOCK: file, NODE_OPTIONS: `--import ${preload}` },
    now: () => now,
    async set(wanted, hour = '09:00') {
      write(wanted, hour)
      await sleep(50)
    },
  }
}
