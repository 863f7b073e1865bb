import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FONT_FAMILIES, type FontFamily, JAPANESE_FAMILIES, SERIF_FAMILIES } from '#contracts/theme.ts'
import { type BundledFamily, SUPPLEMENTS } from '#lib/fonts/font-families.ts'
import { openFace } from '#lib/tickets/pdf/open-face.ts'
import { type FontFace, isLatin, joinFaces, mainFace, readFaces } from './font-face.ts'
import { fallbackFace, STROKES } from './font-fallback.ts'
import { FONT_SOURCES, NAME_IS_RESERVED } from './font-sources.ts'
import { trimFace } from './trim-face.ts'

/** The name under which a page preloads a family's main file, whatever its package calls it. */
const MAIN_FILE = 'latin.woff2'

/**
 * Copies the bundled fonts to `<publicDirectory>/fonts`: per family one folder of woff2 files with its licence, and
 * one stylesheet. Latin files are trimmed (decision 0113), unless the licence keeps the name for the whole one, which lies
 * beside them for what we print.
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
  await rm(target, { recursive: true, force: true })
  const counts = await Promise.all(families.map((family) => buildFamily(root, target, family)))
  return { families: counts.length, files: counts.reduce((sum, count) => sum + count, 0) }
}

async function buildFamily(root: string, target: string, family: BundledFamily): Promise<number> {
  const source = FONT_SOURCES[family]
  const from = join(root, 'node_modules', source.package)
  const sheets = await Promise.all(source.stylesheets.map((name) => readFile(join(from, name), 'utf8')))
  const faces = sheets.flatMap((sheet) => readFaces(sheet, `/fonts/${family}`))
  const main = mainFace(faces)
  if (main === undefined) throw new Error(`${source.package} has no latin file: look at its stylesheets`)

  await mkdir(join(target, family, 'whole'), { recursive: true })
  await cp(join(from, 'LICENSE'), join(target, family, 'LICENSE'))
  await Promise.all(
    faces.map(async (face) => {
      const [source, name] = [join(from, 'files', face.file), nameOf(face.file, main.file)]
      const isTrimmed = isLatin(face) && !NAME_IS_RESERVED.has(family)
      await cp(source, join(target, family, isTrimmed ? 'whole' : '', name))
      if (isTrimmed) await writeFile(join(target, family, name), await trimFace(await readFile(source), face))
    }),
  )
  const standIns = isForPages(family) && !JAPANESE_FAMILIES.has(family) ? await standInsFor(family, faces, from) : ''
  const css = joinFaces(faces).replaceAll(`/${main.file}`, `/${MAIN_FILE}`)
  await writeFile(join(target, `${family}.css`), css + standIns)
  return faces.length
}

const isForPages = (family: BundledFamily): family is FontFamily => !SUPPLEMENTS.some((one) => one === family)

async function standInsFor(family: FontFamily, faces: readonly FontFace[], from: string): Promise<string> {
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
  return `${css.join('\n')}\n`
}

const nameOf = (file: string, main: string): string => (file === main ? MAIN_FILE : file)

if (import.meta.main) {
  const { families, files } = await buildFonts(join(dirname(fileURLToPath(import.meta.url)), '../..'))
  process.stdout.write(`${families} font families, ${files} files in public/fonts\n`)
}
