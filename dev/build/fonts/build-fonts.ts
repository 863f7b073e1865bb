import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FONT_FAMILIES, type FontFamily, JAPANESE_FAMILIES, SERIF_FAMILIES } from '#contracts/theme.ts'
import { type BundledFamily, SUPPLEMENTS } from '#lib/fonts/font-families.ts'
import { openFace } from '#lib/tickets/pdf/open-face.ts'
import { writeBrotliFiles } from '../brotli-files.ts'
import { CUSTOMERS_WORDS } from './customers-words.ts'
import { byPlace, type FontFace, type FontFile, faceRule, isLatin, mainFace, readFaces } from './font-face.ts'
import { fallbackFace, STROKES } from './font-fallback.ts'
import { CUT_FOR_PAGES, FONT_SOURCES, NAME_IS_RESERVED } from './font-sources.ts'
import { cutJapanese } from './japanese-faces.ts'
import { trimFace } from './trim-face.ts'

/** What a family's main file is called, whatever its package calls it. */
const MAIN = 'latin'

/**
 * Copies the bundled fonts to `<publicDirectory>/fonts`: per family one folder of woff2 files with its licence, and
 * one stylesheet. A file has another name when it is another one (decision 0115). Latin files are trimmed (decision 0113),
 * unless the licence keeps the name for the whole one, which lies beside them for what we print.
 * What was there before stays: a storefront that runs knows no others.
 * Run before `next build`; `public/fonts` is not kept in the repository.
 */
export async function buildFonts(
  root: string,
  {
    publicFolder = join(root, 'public'),
    families = [...FONT_FAMILIES, ...SUPPLEMENTS] as readonly BundledFamily[],
  } = {},
): Promise<{ families: number; files: number }> {
  const target = join(publicFolder, 'fonts')
  const counts = await Promise.all(families.map((family) => buildFamily(root, target, family)))
  await writeBrotliFiles(target)
  return { families: counts.length, files: counts.reduce((sum, count) => sum + count, 0) }
}

async function buildFamily(root: string, target: string, family: BundledFamily): Promise<number> {
  const source = FONT_SOURCES[family]
  const from = join(root, 'node_modules', source.package)
  const sheets = await Promise.all(source.stylesheets.map((name) => readFile(join(from, name), 'utf8')))
  const faces = sheets.flatMap(readFaces)
  const main = mainFace(faces)
  if (main === undefined) throw new Error(`${source.package} has no latin file: look at its stylesheets`)

  await mkdir(join(target, family, 'whole'), { recursive: true })
  await cp(join(from, 'LICENSE'), join(target, family, 'LICENSE'))
  const files = (await filesOf(family, faces, from)).sort((a, b) => byPlace(a.face, b.face))
  const rules = await Promise.all(
    files.map(async ({ face, file, whole }) => {
      const name = nameOf(face.file === main.file ? MAIN : face.file.replace(/\.woff2$/, ''), file)
      await writeFile(join(target, family, name), file)
      if (whole) await writeFile(join(target, family, 'whole', name), whole)
      return faceRule(face, `/fonts/${family}/${name}`)
    }),
  )
  const standIns = isForPages(family) && !JAPANESE_FAMILIES.has(family) ? await standInsFor(family, faces, from) : []
  await writeFile(join(target, `${family}.css`), `${[...rules, ...standIns].join('\n')}\n`)
  return files.length
}

async function filesOf(family: BundledFamily, faces: readonly FontFace[], from: string): Promise<FontFile[]> {
  const files = CUT_FOR_PAGES.has(family)
    ? await cutJapanese(from, faces, CUSTOMERS_WORDS)
    : await Promise.all(faces.map(async (face) => ({ face, file: await readFile(join(from, 'files', face.file)) })))
  const trimmed = files.map(async (one: FontFile) => {
    const isTrimmed = isLatin(one.face) && !NAME_IS_RESERVED.has(family)
    return isTrimmed ? { ...one, file: await trimFace(one.file, one.face), whole: one.file } : one
  })
  return Promise.all(trimmed)
}

const isForPages = (family: BundledFamily): family is FontFamily => !SUPPLEMENTS.some((one) => one === family)

async function standInsFor(family: FontFamily, faces: readonly FontFace[], from: string): Promise<string[]> {
  const kind = SERIF_FAMILIES.has(family) ? 'serif' : 'sans'
  const css: string[] = []
  for (const slant of ['normal', 'italic'] as const) {
    const face = mainFace(faces, slant)
    if (!face) continue
    const file = await readFile(join(from, 'files', face.file))
    for (const stroke of ['regular', 'bold'] as const) {
      const { weight, opticalSize } = STROKES[stroke]
      css.push(fallbackFace(face, { kind, slant, stroke }, openFace(file, weight, family, opticalSize)))
    }
  }
  return css
}

/** Browsers and edges keep a file for as long as they like: what is another one is asked for by another name. */
const nameOf = (stem: string, file: Buffer): string =>
  `${stem}.${createHash('sha256').update(file).digest('hex').slice(0, 8)}.woff2`

if (import.meta.main) {
  const { families, files } = await buildFonts(join(dirname(fileURLToPath(import.meta.url)), '../../..'))
  process.stdout.write(`${families} font families, ${files} files in public/fonts\n`)
}
