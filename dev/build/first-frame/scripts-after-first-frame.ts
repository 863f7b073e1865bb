import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { bundle } from './bundle.ts'

/**
 * Of Next's `build-manifest.json`: the scripts that every page of the app router names. Those of single pages would go before
 * them, and a page that waits for others than we fetch would never wake.
 */
const BuildManifest = z
  .looseObject({
    rootMainFiles: z.array(z.string().endsWith('.js')).min(1),
    rootMainFilesTree: z.strictObject({}).optional(),
    pagesChunkGroupBootstrapParams: z
      .record(z.string(), z.looseObject({ otherChunks: z.array(z.string()) }))
      .optional(),
  })
  .refine(({ rootMainFiles, pagesChunkGroupBootstrapParams = {} }) =>
    Object.values(pagesChunkGroupBootstrapParams).every(({ otherChunks }) =>
      otherChunks.every((chunk) => rootMainFiles.includes(chunk)),
    ),
  )

/** Of each page's own: while these are there, the scripts of its components are named in the HTML, too. */
const PageManifest = z.looseObject({
  moduleLoading: z.object({ prefix: z.literal('') }),
  entryJSFiles: z.record(z.string(), z.array(z.string())),
})

/** `globalThis.__RSC_MANIFEST[…] = {…};`, a program that only assigns. */
const ASSIGNMENT = /^(?<before>[\s\S]*?\] = )(?<json>\{[\s\S]*\});?\s*$/

/**
 * Makes the pages of a finished build name one small script instead of all: it fetches the others after the first frame
 * (decision 0104). Everything is read before anything is written.
 * @param buildFolder where `next build` left its work
 * @throws {Error} for a build that is not written as this Next writes it; the message names the file
 */
export async function putScriptsAfterFirstFrame(buildFolder: string): Promise<void> {
  const manifestFile = join(buildFolder, 'build-manifest.json')
  const manifest = read(manifestFile, (text) => BuildManifest.parse(JSON.parse(text)))
  const names = globSync('server/app/**/page_client-reference-manifest.js', { cwd: buildFolder })
  if (names.length === 0) throw new Error(`${buildFolder}: no page has a manifest`)
  const pages = names.map((name) => join(buildFolder, name)).map((file) => ({ file, text: read(file, unnamed) }))

  const worker = writeScript(buildFolder, 'formatters', await bundle(moduleOf('formatters')))
  const constants = {
    RUNTIME: manifest.rootMainFiles.map((file) => `/_next/${file}`),
    FORMATTERS: `/_next/${worker}`,
  }
  const name = writeScript(buildFolder, 'begin', await bundle(moduleOf('page'), constants))
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, rootMainFiles: [name] }))
  for (const { file, text } of pages) writeFileSync(file, text)
}

const moduleOf = (name: string): string => join(import.meta.dirname, `${name}.ts`)

/** @returns its name in the build, which browsers may keep for ever: it is made from what it says */
function writeScript(buildFolder: string, name: string, text: string): string {
  const file = `static/chunks/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`
  writeFileSync(join(buildFolder, file), text)
  return file
}

/** A page's manifest, whose components' scripts are named only in what Next itself reads. */
function unnamed(program: string): string {
  const { before, json } = ASSIGNMENT.exec(program)?.groups ?? {}
  if (before === undefined || json === undefined) throw new Error('is not one assignment')
  const page = PageManifest.parse(JSON.parse(json))
  return `${before}${JSON.stringify({ ...page, moduleLoading: null, entryJSFiles: {} })};\n`
}

function read<T>(file: string, parse: (text: string) => T): T {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file}: this Next writes its builds in another way`, { cause: error })
  }
}
