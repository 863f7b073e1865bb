import { join } from 'node:path'
import { checkImports } from '../check/check-imports.ts'
import { generateClient } from '../system/generate.ts'
import { root } from '../system/programs.ts'
import { oneFailed, onePassed, type StepOutcome } from './outcome.ts'
import { runVitest } from './run-vitest.ts'
import { check, step } from './step.ts'

const tool = (path: string): string => join(root, 'node_modules', path)

/** The fast part of a run: what can be said without starting a server. */
export async function fastSteps(): Promise<StepOutcome[]> {
  return [
    await step('format, lint', () => check([tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'])),
    await step('types', checkTypes),
    await step('import rules', async () => {
      const faults = checkImports(root)
      for (const fault of faults) console.error(fault)
      return { counts: faults.length > 0 ? oneFailed : onePassed }
    }),
    await step('unit', () => runVitest('unit', process.env)),
  ]
}

/** The compiler needs two things that tools make: the database client, and Next's types of our routes. */
async function checkTypes() {
  await generateClient()
  const env = { ...process.env, BUILD_FOLDER: '.next-test', NEXT_TELEMETRY_DISABLED: '1' }
  const routes = await check([tool('next/dist/bin/next'), 'typegen'], env)
  return routes.counts.failed > 0 ? routes : check([tool('typescript/bin/tsc'), '--noEmit'])
}
