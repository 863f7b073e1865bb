import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { killChildren } from '../services/child.ts'
import { explain } from '../services/clear-line.ts'
import { forgetPorts } from '../start/settings.ts'
import { stopSignal } from '../start/stop-signals.ts'
import { runTour } from '../tour/run-tour.ts'
import { type Finding, matrixFolder } from './findings.ts'
import { matrixFaults, matrixTable } from './table.ts'

/**
 * `npm run matrix`: axe on every page in every state × four themes × light and dark × phone and desk. Prints a table,
 * keeps test-results/matrix/report.json, and fails on anything that keeps somebody out.
 */
forgetPorts()
try {
  const options = process.argv.slice(2)
  const code = await runTour({ tour: 'matrix', stop: stopSignal(), options, replaces: matrixFolder })
  const findings = readdirSync(matrixFolder).flatMap(
    (file) => JSON.parse(readFileSync(join(matrixFolder, file), 'utf8')) as Finding[],
  )
  const report = join(matrixFolder, 'report.json')
  writeFileSync(report, `${JSON.stringify(findings, null, 1)}\n`)
  const faults = matrixFaults(findings)
  console.log(`\n${[matrixTable(findings), ...faults].join('\n')}\n\n${report}`)
  process.exitCode = code === 0 && faults.length === 0 ? 0 : 1
} catch (error) {
  console.error(`✗ ${explain(error)}`)
  process.exitCode = 1
}
killChildren()
process.exit()
