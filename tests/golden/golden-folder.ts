// A folder in the reference format: data/*.csv and cases/*.json. Data files are read once and kept.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Dataset } from './dataset'
import type { GoldenCase } from './golden-case'

export class GoldenFolder {
  readonly path: string
  private readonly known = new Map<string, Dataset>()

  constructor(path: string) {
    this.path = path
  }

  /** All cases, file by file in name order. */
  cases(): GoldenCase[] {
    const folder = join(this.path, 'cases')
    if (!existsSync(folder)) throw new Error(`${this.path} holds no folder cases`)
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
    return files
      .sort()
      .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldenCase[])
  }

  /** The data set of a case. */
  dataset(testCase: GoldenCase): Dataset {
    if (!testCase.dataset) throw new Error('the case names no dataset')
    return this.table(`data/${testCase.dataset}`)
  }

  /** A CSV file by its path inside the folder, e.g. `data/par_admin.csv`. */
  table(path: string): Dataset {
    const known = this.known.get(path) ?? Dataset.read(join(this.path, path))
    this.known.set(path, known)
    return known
  }

  /** A JSON file by its path inside the folder, e.g. `data/par_tree.json`. */
  json(path: string): unknown {
    return JSON.parse(readFileSync(join(this.path, path), 'utf8'))
  }
}
