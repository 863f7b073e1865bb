import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { explain } from '../services/clear-line.ts'
import { dockerAnswers, removeCompose } from '../services/docker.ts'
import { addressVariable } from '../services/provider.ts'
import { refuseWhileRunning } from '../start/run-lock.ts'
import { dataDir } from '../system/data-dir.ts'
import { ours } from './ours.ts'

/** `npm run reset`: the next start begins with nothing but the demo data. */
try {
  refuseWhileRunning(dataDir, 'Stop it with Ctrl-C before wiping its data')
  for (const name of existsSync(dataDir) ? readdirSync(dataDir) : []) {
    if (ours.has(name)) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
  if (await dockerAnswers()) await removeCompose(dataDir)
  const named = Object.values(addressVariable).filter((variable) => process.env[variable])
  if (named.length > 0) console.log(`· what is on the servers of ${named.join(', ')} is not touched`)
  console.log('✓ the data is gone; npm start begins anew')
} catch (error) {
  console.error(`✗ ${explain(error)}`)
  process.exitCode = 1
}
