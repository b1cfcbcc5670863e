// Handing in where nothing can be kept on the device and the server is not reached: the page itself goes on trying, and
// says so in the box "unsent".
import { delayWords } from '#lib/surveys/light-form/browser/delay-words'
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { button, element } from '#lib/surveys/light-form/browser/elements'
import { type HandedIn, handIn } from '#lib/surveys/light-form/browser/hand-in'
import { byId } from '#lib/surveys/light-form/browser/page-data'
import type { Delay } from '#lib/surveys/light-form/browser/send'
import type { Submission } from '#lib/surveys/light-form/browser/submission'
import { pauseUntilOnline } from '#lib/surveys/light-form/browser/try-again'
import type { Phrases } from '#lib/surveys/light-form/phrases'

/** Settles only when the answer is stored, kept or refused. */
export async function handInPatiently(
  submission: () => Submission,
  say: Phrases,
  hand: (submission: Submission) => Promise<HandedIn> = handIn,
): Promise<HandedIn> {
  const notice = byId('unsent')
  for (let pause = 3000; ; pause = Math.min(pause * 2, 60_000)) {
    const handedIn = await hand(submission())
    notice.hidden = true
    if (handedIn.state !== 'nowhere') return handedIn
    await pauseUntilOnline(pause, (tryNow) => {
      notice.replaceChildren(element('p', {}, words(handedIn.delay, say)), button(say.sendAgain, tryNow))
      notice.hidden = false
    })
  }
}

/** The form's own sentence speaks of the network: it stands where the network is the reason. */
function words(delay: Delay | undefined, say: Phrases): string {
  if (!delay || delay.why === 'no-network') return say.unsent
  const device = devicePhrases(document.documentElement.lang)
  return `${delayWords(device, delay)} ${device.keepOpen}`
}
