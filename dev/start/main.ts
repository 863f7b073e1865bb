import { findNginx } from '../edge/find-nginx.ts'
import { killChildren } from '../services/child.ts'
import { ClearLine, explain } from '../services/clear-line.ts'
import { choosePorts } from '../system/addresses.ts'
import { dataDir } from '../system/data-dir.ts'
import type { Program } from '../system/program.ts'
import { Steps, seconds } from '../system/steps.ts'
import { startSystem } from '../system/system.ts'
import { preflight } from './preflight.ts'
import { startReport } from './report.ts'
import { takeRunLock } from './run-lock.ts'
import { forgetPorts, readSettings } from './settings.ts'
import { Stopped, stopSignal } from './stop-signals.ts'

/** `npm start`: everything, on this machine, until Ctrl-C. */
async function start(stop: AbortSignal): Promise<void> {
  const begin = performance.now()
  const settings = readSettings(process.argv.slice(2), process.env)
  forgetPorts()
  using _lock = takeRunLock(dataDir)
  await preflight(dataDir, settings.ports)

  const death = Promise.withResolvers<never>()
  death.promise.catch(() => {}) // a death while starting is seen by whoever waits for readiness
  const reports = { say: console.log, died: (program: Program, how: string) => death.reject(obituary(program, how)) }
  const found = await findNginx(process.env)
  const nginx = 'path' in found ? found.path : null
  const ports = await choosePorts(nginx !== null, settings.ports)
  const steps = new Steps({ cancelled: stop })
  await using system = await startSystem({ ...settings, dataDir, ports, nginx, buildFolder: '.next', steps, reports })
  console.log(startReport(settings, found, system.services, seconds(performance.now() - begin)))
  await Promise.race([whenAborted(stop), death.promise]).finally(() => console.log('stopping everything'))
}

function obituary({ spec, log }: Program, how: string): Error {
  return new ClearLine(`${spec.name} died (${how}). Its last lines (${log.path}):\n${log.lastLines()}`)
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done()
    signal.addEventListener('abort', () => done(), { once: true })
  })
}

try {
  await start(stopSignal())
  console.log('everything is stopped')
} catch (error) {
  if (error instanceof Stopped) console.log('stopped before everything was up')
  else console.error(`✗ ${explain(error)}`)
  process.exitCode = error instanceof Stopped ? 130 : 1
}
killChildren()
process.exit()
