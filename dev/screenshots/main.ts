import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { killChildren } from '../services/child.ts'
import { explain } from '../services/clear-line.ts'
import { forgetPorts } from '../start/settings.ts'
import { stopSignal } from '../start/stop-signals.ts'
import { contactSheet } from '../tour/contact-sheet.ts'
import { picturesFolder, readPictureName } from '../tour/picture-file.ts'
import { runTour } from '../tour/run-tour.ts'

/**
 * `npm run screenshots`: every page of every shop in every state, on a phone and on a desk, into test-results/screenshots,
 * with an index.html that shows them side by side. Some of them: `npm run screenshots -- --grep luna`.
 */
forgetPorts()
try {
  const options = process.argv.slice(2)
  // Of a page that is gone there must be no picture; a run of some replaces only those.
  const replaces = options.length === 0 ? picturesFolder : undefined
  process.exitCode = await runTour({ tour: 'screenshots', stop: stopSignal(), options, replaces })
  const pictures = readdirSync(picturesFolder).toSorted().map(readPictureName)
  const index = join(picturesFolder, 'index.html')
  writeFileSync(index, contactSheet(pictures.filter((picture) => picture !== null)))
  console.log(`\n${index}`)
} catch (error) {
  console.error(`✗ ${explain(error)}`)
  process.exitCode = 1
}
killChildren()
process.exit()
