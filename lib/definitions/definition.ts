// One file of surveys/, read and of the right shape. Kinds are folders: surveys/forms holds kind "form", and so on.
import type { z } from 'zod'
import { areasFile } from '#lib/definitions/areas-file'
import { channelsFile } from '#lib/definitions/channels-file'
import { codeFrameFile } from '#lib/definitions/code-frame-file'
import { formFile } from '#lib/definitions/form-file'
import { indexFile } from '#lib/definitions/index-file'
import { seriesFile } from '#lib/definitions/series-file'
import { unitsFile } from '#lib/definitions/units-file'
import type { Sentence } from '#lib/problem'

/** The order is the order of publishing: what others point to comes first. */
export const definitionKinds = {
  units: { folder: 'units', shape: unitsFile },
  areas: { folder: 'areas', shape: areasFile },
  channels: { folder: 'channels', shape: channelsFile },
  form: { folder: 'forms', shape: formFile },
  'code-frame': { folder: 'code-frames', shape: codeFrameFile },
  index: { folder: 'indexes', shape: indexFile },
  series: { folder: 'series', shape: seriesFile },
} as const

export type DefinitionKind = keyof typeof definitionKinds
export type DefinitionBody<Kind extends DefinitionKind> = z.infer<(typeof definitionKinds)[Kind]['shape']>

type DefinitionOf<Kind extends DefinitionKind> = {
  kind: Kind
  slug: string
  version: number
  /** SHA-256 of the canonical JSON. */
  hash: string
  /** Path below surveys/, for messages. */
  file: string
  body: DefinitionBody<Kind>
}

/** A definition of any kind; `kind` tells the shape of `body`. */
export type Definition = { [Kind in DefinitionKind]: DefinitionOf<Kind> }[DefinitionKind]

/** Something to mend in a file of surveys/. */
export type DefinitionFault = Sentence & {
  /** Path below surveys/. */
  file: string
  /** Where in the file, e.g. criteria.1.children.0.weight; empty for the whole file. */
  where: string
  /** Stable name of the kind of fault. */
  code: string
}

/** The definitions of one kind. */
export function ofKind<Kind extends DefinitionKind>(definitions: Definition[], kind: Kind) {
  return definitions.filter((one): one is Extract<Definition, { kind: Kind }> => one.kind === kind)
}
