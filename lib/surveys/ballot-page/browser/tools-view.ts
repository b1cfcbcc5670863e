// The bar above the form of a ballot: whether it is saved, going on elsewhere, putting it away on a device of several people.
import type { BallotDrafts, SaveState } from '#lib/surveys/ballot-page/browser/ballot-drafts'
import { ballotWords } from '#lib/surveys/ballot-page/browser/ballot-words'
import { showResumeCode } from '#lib/surveys/ballot-page/browser/resume-dialog'
import { button, element } from '#lib/surveys/light-form/browser/elements'
import { byId } from '#lib/surveys/light-form/browser/page-data'

/** Puts the bar there; the function tells it how saving went. */
export function showTools(
  drafts: BallotDrafts,
  putAway: (drafts: BallotDrafts) => void,
): (state: SaveState) => void {
  const say = ballotWords(document.documentElement.lang)
  const words: Record<SaveState, string> = {
    saving: say.saving,
    here: say.savedHere,
    both: say.savedBoth,
    'here-only': say.savedHereOnly,
    nowhere: say.notSaved,
  }
  const state = element('p', {}, say.savedHere)
  const trouble = element('p', { class: 'vh', role: 'status' })
  const bar = element(
    'div',
    { class: 'tools', role: 'group', 'aria-label': say.tools },
    state,
    trouble,
    button(say.elsewhere, () => void showResumeCode(drafts)),
    button(say.leave, () => putAway(drafts)),
  )
  byId('ballot').prepend(bar)
  return (now) => {
    state.textContent = words[now]
    // Read out only when something is wrong: saving happens at every keystroke.
    if (now === 'nowhere' || now === 'here-only') trouble.textContent = words[now]
    else if (now !== 'saving') trouble.textContent = ''
  }
}
