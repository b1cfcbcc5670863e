// A repeated panel has at most a hundred repetitions, wherever their number comes from. survey-core keeps to that for its
// buttons, but makes as many as an answer says to which the number is bound, or as a tampered list has: millions.
import { QuestionPanelDynamicModel, settings } from 'survey-core'

const { prototype } = QuestionPanelDynamicModel
const own = Object.getOwnPropertyDescriptor(prototype, 'panelCount')

Object.defineProperty(prototype, 'panelCount', {
  ...own,
  set(this: QuestionPanelDynamicModel, count: number) {
    own?.set?.call(this, Math.min(count, settings.panel.maxPanelCount))
  },
})
