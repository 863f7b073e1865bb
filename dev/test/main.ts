import { join } from 'node:path'
import { killChildren } from '../services/child.ts'
import { explain } from '../services/clear-line.ts'
import { takeRunLock } from '../start/run-lock.ts'
import { forgetPorts } from '../start/settings.ts'
import { stopSignal } from '../start/stop-signals.ts'
import { root } from '../system/programs.ts'
import { fastSteps } from './checks.ts'
import { endToEnd } from './end-to-end.ts'
import { integration } from './integration.ts'
import { add, type StepOutcome, summary } from './outcome.ts'
import { step } from './step.ts'

/** `npm test`: everything we can say about this checkout. Every step runs, whatever became of the ones before. */
const stop = stopSignal()
stop.addEventListener('abort', () => {
  console.log('stopped')
  killChildren()
  process.exit(130)
})

forgetPorts()
let kafka = 'none was started'
let edge = 'none was started'
const outcomes: StepOutcome[] = []
try {
  using _lock = takeRunLock(join(root, '.data/test-run'), 'a test run')
  outcomes.push(...(await fastSteps()))
  outcomes.push(await step('integration', () => integration((provider) => (kafka = provider))))
  outcomes.push(await step('end to end', () => endToEnd(stop, (used) => (edge = used))))
  console.log(summary(outcomes, { Kafka: kafka, edge }))
  process.exitCode = add(outcomes.map(({ counts }) => counts)).failed > 0 ? 1 : 0
} catch (error) {
  console.error(`✗ ${explain(error)}`)
  process.exitCode = 1
}
killChildren()
process.exit()
