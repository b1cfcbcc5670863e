// Who may see and change what is asked and how it is scored: forms, their translations, indexes, units. Lines of access-table.ts.
import { randomUUID } from 'node:crypto'
import { attachMedia } from '#lib/flows/attach-media'
import { exportCodebook } from '#lib/flows/export-codebook'
import { exportIndexTable } from '#lib/flows/export-index-table'
import { exportTranslation } from '#lib/flows/export-translation'
import { importIndex } from '#lib/flows/import-index'
import { importTranslation } from '#lib/flows/import-translation'
import { listDefinitions } from '#lib/flows/list-definitions'
import { loadDefinition } from '#lib/flows/load-definition'
import { loadSeries } from '#lib/flows/load-series'
import { loadTranslation } from '#lib/flows/load-translation'
import { loadUnits } from '#lib/flows/load-units'
import { previewForm } from '#lib/flows/preview-form'
import { savePublishedFigures } from '#lib/flows/save-published-figures'
import { tryForm } from '#lib/flows/try-form'
import { ownUnit } from '../support/access-scene'
import { type Line, officers, signedIn } from './access-line'

const citizenForm = { slug: 'citizen-satisfaction', version: 1 }

export const accessOfDefinitions: Record<string, Line> = {
  'list-definitions': { may: signedIn, run: (actor) => listDefinitions(actor) },
  'load-definition': {
    may: signedIn,
    run: (actor) => loadDefinition(actor, { kind: 'index', slug: 'made-up', version: 1 }),
  },
  'preview-form': { may: signedIn, run: (actor) => previewForm(actor, citizenForm) },
  'try-form': {
    may: signedIn,
    run: (actor) => tryForm(actor, { ...citizenForm, fields: new URLSearchParams() }),
  },
  'load-translation': {
    may: signedIn,
    run: (actor) => loadTranslation(actor, { ...citizenForm, language: 'cjm' }),
  },
  'export-translation': {
    may: signedIn,
    run: (actor) => exportTranslation(actor, { ...citizenForm, version: '1', language: 'cjm' }),
  },
  'import-translation': {
    may: officers,
    run: (actor) =>
      importTranslation(actor, {
        ...citizenForm,
        language: 'cjm',
        file: 'key,cjm',
        review: 'draft',
        note: '',
      }),
  },
  'attach-media': {
    may: officers,
    run: (actor) => attachMedia(actor, { ...citizenForm, owner: 'age_band', language: 'vi', kind: 'audio' }),
  },
  'load-units': { may: signedIn, run: (actor) => loadUnits(actor) },
  'export-codebook': { may: signedIn, run: (actor) => exportCodebook(actor, { wave: 'later' }) },
  'export-index-table': { may: signedIn, run: (actor) => exportIndexTable(actor, { index: 'made-up.v1' }) },
  'import-index': {
    may: officers,
    run: (actor) =>
      importIndex(actor, {
        base: 'made-up.v1',
        title: `Bộ ${randomUUID().slice(0, 8)}`,
        titleEn: '',
        document: '',
        bytes: new TextEncoder().encode('code,parent,name,weight,source\nall,,Tất cả,1,points'),
      }),
  },
  // the others see all units together
  'load-series': { may: signedIn, run: (actor) => loadSeries(actor, { unit: ownUnit }) },
  'save-published-figures': {
    may: officers,
    run: (actor) =>
      savePublishedFigures(actor, {
        table: `series,unit,year,value,source\npapi,${ownUnit},2023,41,report`,
      }),
  },
}
