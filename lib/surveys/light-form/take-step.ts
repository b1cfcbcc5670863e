// One step through the form without a script: from what was posted to what is shown next, or to "send it".
import type { PanelModel, QuestionPanelDynamicModel, SurveyModel } from 'survey-core'
import type { Fault } from '#lib/problem'
import { checkAnswers } from '#lib/surveys/check-answers'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import type { FormState } from '#lib/surveys/light-form/form-state'
import { openStep } from '#lib/surveys/light-form/open-step'
import { pagingOf } from '#lib/surveys/light-form/paging'
import { phrases } from '#lib/surveys/light-form/phrases'
import { allSpots, readFields } from '#lib/surveys/light-form/read-fields'
import type { FormPost } from '#lib/surveys/light-form/read-post'
import { isVisible, pagingModeOf, type Root, rootOf, rootsOf } from '#lib/surveys/light-form/roots'
import { runTriggers } from '#lib/surveys/light-form/run-triggers'
import { canRemove, spotsIn, spotsOf } from '#lib/surveys/light-form/spots'
import { plainData } from '#lib/surveys/survey-clock'

export type Step = { isComplete: boolean; state: FormState; answers: Answers }

const consentMissing: Fault = {
  question: '~consent',
  code: 'consent_required',
  vi: phrases.vi.consentMissing,
  en: phrases.en.consentMissing,
}

/** The next state. `isComplete`: every visible question has been passed without a fault, and the answers can be sent. */
export function takeStep(compiled: CompiledForm, post: FormPost, language: string): Step {
  return new Stepping(compiled, post, language).step()
}

class Stepping {
  private readonly survey: SurveyModel
  private readonly roots: Root[]
  private readonly isWhole: boolean
  /** What was posted and has no meaning. */
  private readonly misread: Fault[]

  constructor(
    private readonly compiled: CompiledForm,
    private readonly post: FormPost,
    language: string,
  ) {
    this.isWhole = pagingOf(compiled).by === 'browser'
    this.survey = openStep(compiled.json as object, language, post.kept ?? undefined)
    this.roots = rootsOf(this.survey, pagingModeOf(compiled.json))
    this.misread = this.isWhole ? [] : readFields(this.survey, post.fields, post.shown)
  }

  step(): Step {
    const { post } = this
    const focus = this.repeat()
    if (post.goes === 'stay') return this.show(post.page, { focus, typed: post.fields })
    if (post.goes === 'back') return this.goBack()
    if (!post.hasConsent) return this.show(0, { faults: [consentMissing] })
    const here = this.roots[post.page - 1]
    if (here && this.hasNewQuestions(here)) return this.show(post.page, { hasNewQuestions: true })
    const faults = [...this.misread, ...this.check()].map((fault) => this.filledIn(fault))
    const mine = here
      ? faults.filter((fault) => rootOfFault(this.survey, this.roots, fault, here) === here)
      : []
    if (mine.length > 0) return this.show(post.page, { faults: mine, typed: post.fields })
    const { isComplete, goesTo } = here && !this.isWhole ? runTriggers(this.survey, here) : {}
    // A skip is first, as in SurveyJS, which skips while the answers are given and ends when their page is left.
    const next = this.skipped(goesTo) ?? (isComplete ? undefined : this.next())
    if (next) return this.show(next.number, { trail: [...(post.kept?.trail ?? []), post.page] })
    if (faults.length > 0 && !isComplete) return showFaults(this.compiled, this.state(post.page), faults)
    return { isComplete: true, state: this.state(post.page), answers: this.completed() }
  }

  private check(): Fault[] {
    return checkAnswers(this.compiled, this.answers()).faults.filter(
      ({ question }) => !this.misread.some((fault) => fault.question === question),
    )
  }

  /** With the answers that a title takes up, as they stand on the page. */
  private filledIn(fault: Fault): Fault {
    const fill = (text: string) => this.survey.processText(text, true)
    return { ...fault, vi: fill(fault.vi), en: fill(fault.en) }
  }

  private answers(): Answers {
    return this.isWhole ? (this.post.kept?.answers ?? {}) : plainData(this.survey.data)
  }

  private completed(): Answers {
    if (!this.isWhole) this.survey.doComplete(true)
    return this.answers()
  }

  private skipped(goesTo: string | undefined): Root | undefined {
    const wished = goesTo ? rootOf(this.roots, this.survey.getQuestionByName(goesTo)) : undefined
    return wished && wished.number > this.post.page && isVisible(wished) ? wished : undefined
  }

  private next(): Root | undefined {
    return this.roots.find((root) => root.number > this.post.page && isVisible(root))
  }

  private goBack(): Step {
    const trail = [...(this.post.kept?.trail ?? [])]
    const last = trail.pop()
    const before = this.roots.filter((root) => root.number < this.post.page && isVisible(root)).at(-1)
    const isThere = last !== undefined && last < this.post.page
    return this.show(isThere ? last : (before?.number ?? 0), { trail })
  }

  /** Adds or takes away a repeated panel; returns the element to begin with. */
  private repeat(): string | undefined {
    const { adds, removes } = this.post
    const place = removes?.slice(removes.lastIndexOf('.') + 1)
    const name = adds ?? removes?.slice(0, removes.lastIndexOf('.'))
    const spot = allSpots(spotsOf(this.survey)).find(({ field }) => field === name)
    if (spot?.question.getType() !== 'paneldynamic') return undefined
    const question = spot.question as QuestionPanelDynamicModel
    if (adds && question.canAddPanel) question.addPanel()
    if (removes && canRemove(question)) question.removePanel(Number(place))
    return adds ? `${spot.anchor}-${question.panelCount - 1}` : spot.anchor
  }

  private hasNewQuestions(here: Root): boolean {
    const spots = here.parts.flatMap((part) => spotsIn(spotsOf(this.survey), part))
    return allSpots(spots).some(({ question, anchor }) => question.isVisible && !this.post.shown.has(anchor))
  }

  private state(page: number): FormState {
    const { hasConsent, receipt, kept } = this.post
    const names = this.survey.getVariableNames()
    const computed = new Set(this.survey.calculatedValues.map(({ name }) => name.toLowerCase()))
    const variables = names.filter((name) => !computed.has(name))
    return {
      page,
      hasConsent,
      answers: this.answers(),
      variables: plainData(
        Object.fromEntries(variables.map((name) => [name, this.survey.getVariable(name)])),
      ),
      trail: kept?.trail,
      faults: [],
      hasNewQuestions: false,
      receipt,
    }
  }

  private show(page: number, more: Partial<FormState> = {}): Step {
    return { isComplete: false, state: { ...this.state(page), ...more }, answers: {} }
  }
}

/** The screen of the first fault, with all faults of that screen. */
export function showFaults(compiled: CompiledForm, state: FormState, faults: Fault[]): Step {
  const survey = openStep(compiled.json as object, 'vi', { ...state, answers: state.answers ?? {} })
  const roots = rootsOf(survey, pagingModeOf(compiled.json))
  const placed = faults.map((fault) => ({
    fault,
    page: rootOfFault(survey, roots, fault)?.number ?? state.page,
  }))
  const page = Math.min(...placed.map((one) => one.page))
  const here = placed.filter((one) => one.page === page).map(({ fault }) => fault)
  return { isComplete: false, state: { ...state, page, faults: here }, answers: {} }
}

/** The screen that a fault's path leads to; `first` where several questions share the answer. */
function rootOfFault(
  survey: SurveyModel,
  roots: Root[],
  { question: path }: Fault,
  first?: Root,
): Root | undefined {
  const isOf = (name: string) => path === name || path === `${name}-Comment` || path.startsWith(`${name}.`)
  const elements = [
    ...survey.getAllQuestions().filter((one) => isOf(one.name) || isOf(one.getValueName())),
    ...(survey.getAllPanels() as unknown as PanelModel[]).filter(({ name }) => name === path),
    ...survey.pages.filter(({ name }) => name === path),
  ]
  const found = elements.flatMap((element) => rootOf(roots, element) ?? [])
  return first && found.includes(first) ? first : (found.find(isVisible) ?? found[0])
}
