import { explain } from '../services/clear-line.ts'
import { buildStorefront, copyFonts } from '../system/build.ts'
import { generateClient } from '../system/generate.ts'

/** `node dev/build/main.ts`: what a machine without development tools cannot make for itself. The Dockerfile's build. */
try {
  await Promise.all([generateClient(), copyFonts()])
  await buildStorefront(process.env.BUILD_FOLDER || '.next')
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
