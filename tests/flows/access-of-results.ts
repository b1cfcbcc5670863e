// Who may see results, export them and publish them: lines of access-table.ts. A commune officer sees its own unit until a
// release makes the results public.
import { checkAnswerPatterns } from '#lib/flows/check-answer-patterns'
import { explainResult } from '#lib/flows/explain-result'
import { exportCells } from '#lib/flows/export-cells'
import { exportChange } from '#lib/flows/export-change'
import { exportCounts } from '#lib/flows/export-counts'
import { exportDistributions } from '#lib/flows/export-distributions'
import { exportQuality } from '#lib/flows/export-quality'
import { exportRelease } from '#lib/flows/export-release'
import { exportResponses } from '#lib/flows/export-responses'
import { exportStages } from '#lib/flows/export-stages'
import { exportTriedWeights } from '#lib/flows/export-tried-weights'
import { exportWorkbook } from '#lib/flows/export-workbook'
import { findRelease } from '#lib/flows/find-release'
import { listReleases } from '#lib/flows/list-releases'
import { listResultChoices } from '#lib/flows/list-result-choices'
import { loadChange } from '#lib/flows/load-change'
import { loadCounts } from '#lib/flows/load-counts'
import { loadDistributions } from '#lib/flows/load-distributions'
import { loadIndexData } from '#lib/flows/load-index-data'
import { loadOtherIndexes } from '#lib/flows/load-other-indexes'
import { loadPublishedScores } from '#lib/flows/load-published-scores'
import { loadQuality } from '#lib/flows/load-quality'
import { loadResults } from '#lib/flows/load-results'
import { loadSample } from '#lib/flows/load-sample'
import { releaseResults } from '#lib/flows/release-results'
import { reportResults } from '#lib/flows/report-results'
import { tryWeights } from '#lib/flows/try-weights'
import { withdrawRelease } from '#lib/flows/withdraw-release'
import { ownUnit } from '../support/access-scene'
import { index as madeUpIndex } from '../support/made-up-survey'
import { elsewhere, everybody, type Line, officers, readers, signedIn } from './access-line'

const results = { index: 'made-up.v1', wave: 'later' }
const change = { ...results, baseline: 'earlier' }
const release = { ...results, title: 'Kết quả', isConfirmed: true as const }

export const accessOfResults: Record<string, Line> = {
  'list-result-choices': { may: signedIn, run: (actor) => listResultChoices(actor) },
  'load-results': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => (await loadResults(actor, results)).cells,
  },
  'explain-result': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => (await explainResult(actor, { ...results, unit: '', criterion: 'made-up' })).units,
  },
  'report-results': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: async (actor) => (await reportResults(actor, results)).blocks,
  },
  'load-change': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => (await loadChange(actor, change)).cells,
  },
  'load-counts': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => (await loadCounts(actor, { wave: 'later' })).cells,
  },
  // the others see all units together
  'load-quality': {
    may: signedIn,
    blind: signedIn.filter((who) => who !== 'commune'),
    run: async (actor) => (await loadQuality(actor, results)).unit,
  },
  'export-quality': { may: signedIn, sensitiveRead: signedIn, run: (actor) => exportQuality(actor, results) },
  'check-answer-patterns': {
    may: ['admin', 'analyst'],
    sensitiveRead: ['admin', 'analyst'],
    run: (actor) => checkAnswerPatterns(actor, results),
  },
  'load-distributions': {
    may: readers,
    run: (actor) => loadDistributions(actor, { wave: 'later', unit: ownUnit }),
  },
  'load-index-data': { may: signedIn, run: (actor) => loadIndexData(actor, results), isInner: true },
  'load-other-indexes': {
    may: signedIn,
    run: (actor) => loadOtherIndexes(actor, { index: madeUpIndex, year: 2024 }),
    isInner: true,
  },
  'load-published-scores': {
    may: signedIn,
    run: (actor) => loadPublishedScores(actor, { indexes: [madeUpIndex], year: 2024 }),
    isInner: true,
  },
  'load-sample': { may: signedIn, run: (actor) => loadSample(actor, { wave: 'later' }), isInner: true },
  'export-cells': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: (actor) => exportCells(actor, results),
  },
  'export-stages': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: (actor) => exportStages(actor, results),
  },
  'export-workbook': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: (actor) => exportWorkbook(actor, results),
  },
  'export-change': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: (actor) => exportChange(actor, change),
  },
  'export-counts': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: (actor) => exportCounts(actor, { wave: 'later' }),
  },
  'export-distributions': {
    may: readers,
    sensitiveRead: readers,
    run: (actor) => exportDistributions(actor, { wave: 'later', unit: ownUnit }),
  },
  'try-weights': { may: ['admin', 'analyst'], run: (actor) => tryWeights(actor, results) },
  'export-tried-weights': {
    may: ['admin', 'analyst'],
    sensitiveRead: ['admin', 'analyst'],
    run: (actor) => exportTriedWeights(actor, { ...results, weights: 'access:50' }),
  },
  'export-responses': {
    may: ['admin', 'analyst'],
    sensitiveRead: ['admin', 'analyst'],
    run: (actor) => exportResponses(actor, { wave: 'later' }),
  },
  'list-releases': { may: everybody, run: (actor) => listReleases(actor) },
  'find-release': { may: everybody, run: (actor, { releaseId }) => findRelease(actor, { id: releaseId }) },
  'export-release': {
    may: everybody,
    run: (actor, { releaseId }) => exportRelease(actor, { id: releaseId }),
  },
  'release-results': { may: officers, run: (actor) => releaseResults(actor, release) },
  'withdraw-release': {
    may: officers,
    run: async (actor, { admin }) => withdrawRelease(actor, { id: await releaseResults(admin, release) }),
  },
}
