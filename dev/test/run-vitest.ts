import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '../services/environment.ts'
import { root } from '../system/programs.ts'
import { readReport, type VitestReport, verdictOf, vitestCounts } from './report-file.ts'
import { follow, type Verdict } from './step.ts'

/**
 * One is usual on two cores. Unit tests take a quarter less with two; integration tests wait for servers more than they
 * compute.
 */
const WORKERS = { unit: 2, integration: 3 }

/** Runs one vitest project and counts its tests. */
export async function runVitest(project: 'unit' | 'integration', env: Environment): Promise<Verdict> {
  const file = join(root, 'test-results', `${project}.json`)
  rmSync(file, { force: true })
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
  const command = [vitest, 'run', '--project', project, `--maxWorkers=${WORKERS[project]}`, ...reporters]
  const code = await follow(command, { ...env, ...plain, NODE_ENV: 'test' })
  const report = readReport<VitestReport>(file)
  return verdictOf(report && vitestCounts(report), code)
}
