// `npm run index -- build --data D.csv --meta M.csv --out DIR`: reads two CSV files, writes every stage. Faults of the
// files end with exit code 2 and one line each, Vietnamese then English; nothing is written then.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { buildIndex, type SourceFile } from '#lib/composite/build-index'
import { readCommandLine, readOptions } from '#lib/composite/command-options'
import { outputFiles } from '#lib/composite/output-files'
import type { BuildFault } from '#lib/composite/structure'

const help = `npm run index -- build --data D.csv --meta M.csv --out DIR [options]

  --config FILE.json           recipe; names and defaults as in COINr (see recipe.json in the output)
  --steps LIST                 Denominate,Impute,Screen,Treat,Normalise,Aggregate in any order, any left out
  --exclude CODES  --time T
  --impute none|i_mean|i_median|i_mean_grp|i_median_grp  --group CODE     (default: mean of the last group, else i_mean)
  --screen none|byNA|byzeros|byNAandzeros  --screen-threshold 0..1        (default: byNA 0.9)
  --treat none|winsorise|log_CT|log_CT_plus|log_CT_orig|boxcox  --winmax N|none  --skew 2  --kurt 3.5
                               (winsorise first; the function named is the second way, default log_CT)
  --normalise n_minmax|n_zscore|n_rank|n_prank|n_borda|n_dist2max|n_fracmax|n_scaled|none  --range 0,100
  --aggregate a_amean|a_gmean|a_hmean|median|…[,one per level]  --weights Original|none  --data-threshold 0..1[,…]
`

/** Runs the command; returns the exit code. */
export async function runIndexCommand(argv: string[], print: (text: string) => void): Promise<number> {
  const { line, faults } = readCommandLine(argv)
  if (!line) return refuse(faults, print)
  if (line.isHelp) {
    print(help)
    return 0
  }
  const files = await Promise.all([line.data, line.meta, line.config].map(readSource))
  const lost = files.flatMap((file) => (file && 'vi' in file ? [file] : []))
  if (lost.length > 0) return refuse(lost, print)
  const [data, meta, config] = files as [SourceFile, SourceFile, SourceFile | null]
  const recipe = config ? parseJson(config) : {}
  if (recipe && 'vi' in recipe) return refuse([recipe as BuildFault], print)
  const { options, faults: optionFaults } = readOptions(recipe, line.flags)
  if (!options) return refuse(optionFaults, print)
  const built = buildIndex(data, meta, options)
  if (!built.index) return refuse(built.faults, print)
  await mkdir(line.out, { recursive: true })
  const output = outputFiles(built.index)
  for (const { name, text } of output) await writeFile(join(line.out, name), text)
  print(`${line.out}: ${output.map(({ name }) => name).join(', ')}\n`)
  return 0
}

async function readSource(path: string | undefined): Promise<SourceFile | BuildFault | null> {
  if (path === undefined) return null
  try {
    return { file: basename(path), text: await readFile(path, 'utf8') }
  } catch {
    return {
      where: path,
      vi: 'không đọc được tệp này; hãy kiểm tra đường dẫn.',
      en: 'this file cannot be read; check its path.',
    }
  }
}

function parseJson({ file, text }: SourceFile): object | BuildFault {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = (error as Error).message
    return { where: file, vi: `không phải JSON hợp lệ: ${reason}`, en: `not valid JSON: ${reason}` }
  }
}

function refuse(faults: BuildFault[], print: (text: string) => void): number {
  for (const { where, vi, en } of faults) print(`${where}: ${vi}\n  ${en}\n`)
  print(`${faults.length} lỗi, chưa ghi gì. / ${faults.length} faults, nothing written.\n`)
  return 2
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  process.exitCode = await runIndexCommand(process.argv.slice(2), (text) => process.stdout.write(text))
}
