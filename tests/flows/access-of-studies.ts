// Who may study the effect of a campaign: the lines of access-table.ts about studies. The staff reads the answer for the
// district; an officer of another commune sees no row of this one.
import { addStudyWave } from '#lib/flows/add-study-wave'
import { declareStudy } from '#lib/flows/declare-study'
import { exportStudyEffect } from '#lib/flows/export-study-effect'
import { listStudies } from '#lib/flows/list-studies'
import { loadStudyEffect } from '#lib/flows/load-study-effect'
import { saveStudy } from '#lib/flows/save-study'
import { makeStudy, studyPlanOf } from '../support/make-study'
import { elsewhere, type Line, officers, signedIn } from './access-line'

let saved = 0
const study = (waves: string[] = []) => makeStudy({ unitId: 'district', waves })
const measured = () => study(['earlier', 'later'])

export const accessOfStudies: Record<string, Line> = {
  'list-studies': {
    may: signedIn,
    run: async (actor) => {
      await study()
      return listStudies(actor)
    },
  },
  'load-study-effect': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => loadStudyEffect(actor, { id: await measured() }),
  },
  'export-study-effect': {
    may: signedIn,
    blind: elsewhere,
    sensitiveRead: signedIn,
    run: async (actor) => exportStudyEffect(actor, { id: await measured() }),
  },
  'save-study': {
    may: officers,
    run: (actor) =>
      saveStudy(actor, { unit: 'district', title: `Loa xã, lần ${++saved}`, plan: studyPlanOf(), waves: [] }),
  },
  'declare-study': {
    may: officers,
    run: async (actor) => declareStudy(actor, { id: await study(), isConfirmed: true }),
  },
  'add-study-wave': {
    may: officers,
    run: async (actor) => addStudyWave(actor, { id: await study(), wave: 'later' }),
  },
}
