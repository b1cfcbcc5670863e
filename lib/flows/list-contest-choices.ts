// What an officer can choose for a new contest: forms that can be marked, with the number of their questions, and units.
import { allow, type MaybeActor } from '#lib/access'
import { listDefinitionsOfKind } from '#lib/db/definitions'
import { listUnits, type UnitLine } from '#lib/db/units'
import type { FormFile } from '#lib/definitions/form-file'
import { compileForm } from '#lib/surveys/compile-form'
import { markAnswers } from '#lib/surveys/mark-answers'
import type { LocalText } from '#lib/surveys/variable'

/** `name` is "slug.vN"; `questions` counts what is marked when nothing is hidden. */
export type ContestForm = { name: string; title: LocalText; questions: number }
export type ContestChoices = { forms: ContestForm[]; units: UnitLine[] }

/** Forms by slug, newest first; units that exist today. */
export async function listContestChoices(actor: MaybeActor): Promise<ContestChoices> {
  allow(actor, 'contests.write')
  const [forms, units] = await Promise.all([listDefinitionsOfKind('form'), listUnits()])
  const today = new Date()
  return {
    forms: forms
      .map(({ slug, version, body }) => ({ name: `${slug}.v${version}`, file: body as FormFile }))
      .filter(({ file }) => file.quiz)
      .map(({ name, file }) => ({ name, title: file.title, questions: countQuestions(file) })),
    units: units.filter(({ validFrom, validTo }) => validFrom <= today && (!validTo || validTo >= today)),
  }
}

/** Questions that are marked when nobody has answered yet. */
export const countQuestions = ({ form }: FormFile): number => markAnswers(compileForm(form), {}).of
