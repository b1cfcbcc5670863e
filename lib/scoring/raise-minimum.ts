// The fewest people behind a figure: an index names its own number, the installation may ask for more.
import type { IndexFile } from '#lib/definitions/index-file'

/** The same index with a minimum of at least `least` answers. */
export function raiseMinimum(index: IndexFile, least: number): IndexFile {
  const { minimum } = index
  return minimum.answers >= least ? index : { ...index, minimum: { ...minimum, answers: least } }
}
