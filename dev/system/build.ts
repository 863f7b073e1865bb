import { join } from 'node:path'
import { writeBrotliFiles } from '../build/brotli-files.ts'
import { addCompileHints } from '../build/compile-hints.ts'
import { putScriptsAfterFirstFrame } from '../build/first-frame/scripts-after-first-frame.ts'
import { buildFonts } from '../build/fonts/build-fonts.ts'
import { ClearLine } from '../services/clear-line.ts'
import { run } from '../services/run.ts'
import { madeOnce } from './made-once.ts'
import { root } from './programs.ts'
import { sourceHash } from './source-hash.ts'

/** Everything that can change what `next build` makes. Tests are not among it, and neither are services that only run. */
const inputs = [
  '{app,components,lib,contracts,platform,generated}/**/*',
  'realtime-server/*.ts',
  '{proxy,instrumentation,instrumentation-client}.ts',
  '{next,postcss}.config.*',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'dev/build/{brotli-files,compile-hints}.ts',
  'dev/build/first-frame/*',
]

/** Builds the storefront into a folder below the repository, unless it holds a build of the same sources. */
export function buildStorefront(buildFolder: string): Promise<boolean> {
  const hash = sourceHash(root, inputs)
  return madeOnce(join(root, buildFolder, 'made-from'), hash, async () => {
    const next = join(root, 'node_modules/next/dist/bin/next')
    const env = { ...process.env, NODE_ENV: 'production', BUILD_FOLDER: buildFolder, NEXT_TELEMETRY_DISABLED: '1' }
    const { status, output } = await run([process.execPath, next, 'build'], { cwd: root, env })
    if (status !== 0) throw new ClearLine(`next build failed:\n${output.trimEnd()}`)
    addCompileHints(join(root, buildFolder, 'static'))
    await putScriptsAfterFirstFrame(join(root, buildFolder))
    await writeBrotliFiles(join(root, buildFolder, 'static'))
  })
}

/** Copies the bundled fonts to where Next serves files from. */
export function copyFonts(): Promise<boolean> {
  const hash = sourceHash(root, [
    'dev/build/brotli-files.ts',
    'dev/build/fonts/*',
    'lib/fonts/{font-families,unicode-ranges}.ts',
    'lib/text/ja{.ts,/*.ts}',
    'lib/tickets/pdf/{open-face,glyph-outline}.ts',
    'contracts/theme.ts',
    'package-lock.json',
  ])
  return madeOnce(join(root, 'public/fonts/.made-from'), hash, async () => void (await buildFonts(root)))
}
