import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { introspectable } from './introspectable.ts'

/** The engine's own JavaScript names its WASM file the way bundlers want it; Node is given the instance by hand. */
interface Bindings {
  __wbg_set_wasm(exports: WebAssembly.Exports): void
}

const loaded = load()

/**
 * The SQL that would bring the database at `url` to the Prisma schema; empty when it is there already. The engine is
 * Prisma's own, in WebAssembly: the native one is not an npm package.
 */
export async function missingSql(url: string, schemaPath: string): Promise<string> {
  await loaded
  await using connections = new AsyncDisposableStack()
  const factory = new PrismaPg({ connectionString: url })
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const connection = await connect()
    connections.defer(() => connection.dispose())
    return introspectable(connection)
  }
  const content = readFileSync(schemaPath, 'utf8')
  const adapter = bindMigrationAwareSqlAdapterFactory(factory)
  const schemaEngine = await engine.SchemaEngine.new(
    { datamodels: [[schemaPath, content]] },
    () => {},
    adapter as never,
  )
  connections.defer(() => schemaEngine.free())
  const files = [{ path: schemaPath, content }]
  const difference = await schemaEngine.diff({
    from: { tag: 'schemaDatasource', files, configDir: '.' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  } as never)
  return difference.exitCode === 0 ? '' : (difference.stdout ?? 'the engine saw a difference and named none')
}

async function load(): Promise<void> {
  const script = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const imports = { './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports }
  const { instance } = await WebAssembly.instantiate(readFileSync(script.replace(/\.js$/, '.wasm')), imports)
  ;(engine as unknown as Bindings).__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
}
