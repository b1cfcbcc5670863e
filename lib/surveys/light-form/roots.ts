// What stands on one screen of the form: a page, all pages, or one question at a time, as the author wished.
import type { IElement, PageModel, PanelModel, SurveyModel } from 'survey-core'

export type Root = {
  /** From 1, hidden ones included, so that a number means the same screen whatever has been answered. */
  number: number
  /** Pages with all they hold, or single questions and panels. */
  parts: IElement[]
  /** The page whose title stands above; where several pages are shown together each has its own. */
  page: PageModel
}

type PagingMode = 'standard' | 'singlePage' | 'questionPerPage'

/** How the author wished pages to be turned. */
export function pagingModeOf(formJson: unknown): PagingMode {
  const { questionsOnPageMode: mode, isSinglePage } = formJson as Record<string, unknown>
  if (isSinglePage === true || mode === 'singlePage') return 'singlePage'
  return mode === 'questionPerPage' || mode === 'questionOnPage' || mode === 'inputPerPage'
    ? 'questionPerPage'
    : 'standard'
}

/** The screens of a survey, in order. A survey without pages has none. */
export function rootsOf(survey: SurveyModel, mode: PagingMode): Root[] {
  const { pages } = survey
  if (mode === 'singlePage' && pages[0]) return [{ number: 1, parts: pages, page: pages[0] }]
  const all = pages.flatMap((page) =>
    mode === 'questionPerPage'
      ? page.elements.map((element) => ({ parts: [element], page }))
      : [{ parts: [page] as IElement[], page }],
  )
  return all.map((root, index) => ({ ...root, number: index + 1 }))
}

/** True when the screen has something to show now. */
export function isVisible(root: Root): boolean {
  return root.page.isVisible && root.parts.some((part) => part.isVisible)
}

/** The screen that an element is on. */
export function rootOf(roots: Root[], element: unknown): Root | undefined {
  for (let part = element; part; part = (part as { parent?: PanelModel }).parent) {
    const root = roots.find(({ parts }) => parts.includes(part as IElement))
    if (root) return root
  }
  return undefined
}
