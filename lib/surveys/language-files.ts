// Every file of surveys/languages. Written by `npm run generate` (prisma/list-languages.ts): do not edit by hand.
import cjm from '../../surveys/languages/cjm.json'
import cjmLatn from '../../surveys/languages/cjm-Latn.json'
import en from '../../surveys/languages/en.json'
import rog from '../../surveys/languages/rog.json'
import vi from '../../surveys/languages/vi.json'

export const languageFiles = { cjm, 'cjm-Latn': cjmLatn, en, rog, vi }
