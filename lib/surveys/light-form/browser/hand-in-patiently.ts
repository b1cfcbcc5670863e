// Handing in where nothing can be kept on the device and the server is not reached: the page itself goes on trying, and
// says so in the box "unsent".
import { button, element } from '#lib/surveys/light-form/browser/elements'
import { type HandedIn, handIn } from '#lib/surveys/light-form/browser/hand-in'
import { byId } from '#lib/surveys/light-form/browser/page-data'
import type { Submission } from '#lib/surveys/light-form/browser/submission'
import { pauseUntilOnline } from '#lib/surveys/light-form/browser/try-again'
import type { Phrases } from '#lib/surveys/light-form/phrases'

/** Settles only when the answer is stored, kept or refused. */
export async function handInPatiently(submission: () => Submission, say: Phrases): Promise<HandedIn> {
  const notice = byId('unsent')
  for (let pause = 3000; ; pause = Math.min(pause * 2, 60_000)) {
    const handedIn = await handIn(submission())
    notice.hidden = true
    if (handedIn.state !== 'nowhere') return handedIn
    await pauseUntilOnline(pause, (tryNow) => {
      notice.replaceChildren(element('p', {}, say.unsent), button(say.sendAgain, tryNow))
      notice.hidden = false
    })
  }
}
