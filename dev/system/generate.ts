import { join } from 'node:path'
import { ClearLine } from '../services/clear-line.ts'
import { run } from '../services/run.ts'
import { lastLines } from './log-file.ts'
import { madeOnce } from './made-once.ts'
import { root } from './programs.ts'
import { sourceHash } from './source-hash.ts'

/** Makes the Prisma client from the schema. Answers whether it had to. */
export function generateClient(): Promise<boolean> {
  const hash = sourceHash(root, ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'])
  return madeOnce(join(root, 'generated/prisma/.made-from'), hash, async () => {
    const prisma = join(root, 'node_modules/prisma/build/index.js')
    // The client needs no engine. The tool would look for one all the same, and download it; any file that exists will do.
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' }
    const argv = [process.execPath, prisma, 'generate']
    const { status, output } = await run(argv, { cwd: root, env })
    if (status !== 0) throw new ClearLine(`prisma generate failed:\n${lastLines(output)}`)
  })
}
