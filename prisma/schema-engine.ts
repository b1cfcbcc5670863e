// Prisma's own schema engine as WebAssembly: the same code that `prisma migrate` runs, without its native binary.
// The package is made for bundlers, so the module is instantiated by hand here.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { engineConnections } from './engine-connections'

type Bindings = typeof bindings & { __wbg_set_wasm(exports: WebAssembly.Exports): void }

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
export const noFilter = { externalTables: [], externalEnums: [] }
let isLoaded = false

function loadModule() {
  if (isLoaded) return
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const module = new WebAssembly.Module(readFileSync(file.replace(/\.js$/, '.wasm')))
  const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports }
  const { exports } = new WebAssembly.Instance(module, imports)
  ;(bindings as Bindings).__wbg_set_wasm(exports)
  ;(exports.__wbindgen_start as () => void)()
  isLoaded = true
}

/** The schema.prisma file as the engine wants it. */
export const schemaFiles = () => [
  { path: 'schema.prisma', content: readFileSync(path('schema.prisma'), 'utf8') },
]

/** Runs `work` with an engine on the database at `url` and frees both afterwards. */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loadModule()
  const datamodels = schemaFiles().map(({ path: name, content }): [string, string] => [name, content])
  const { factory, close } = engineConnections(url)
  const engine = await bindings.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    await close()
  }
}

/** The folder prisma/migrations, oldest first. */
export function migrationList(): MigrationList {
  const names = readdirSync(path('migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir: path('migrations'),
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(path('migrations/migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path(`migrations/${name}/migration.sql`), 'utf8') },
      },
    })),
  }
}
