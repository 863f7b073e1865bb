import { readdirSync, rmSync, writeFileSync } from 'node:fs'
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
  const some = process.argv.slice(2)
  if (some.length === 0) rmSync(picturesFolder, { recursive: true, force: true }) // what is gone must not look as if it were there
  process.exitCode = await runTour('screenshots', stopSignal(), some)
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
