import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { covers, readRanges } from '#lib/fonts/unicode-ranges.ts'
import { openFace } from '#lib/tickets/pdf/open-face.ts'
import type { FontFace } from './font-face.ts'
import { sliceJapanese, writeRange } from './japanese-slices.ts'
import { cutFace } from './trim-face.ts'

/** A face and its file, as pages are given it. */
export interface FontFile {
  readonly face: FontFace
  readonly file: Buffer
  /** What it was trimmed from. */
  readonly whole?: Buffer
}

/** A package's numbered file of some Japanese characters in one weight: the higher, the commoner they are. */
const NUMBERED = /-(\d+)-\d{3}-normal\.woff2$/
const numberOf = ({ file }: FontFace): number => Number(NUMBERED.exec(file)?.[1])

const EVERYTHING = 'U+0-10FFFF'

export const isNumbered = ({ file }: FontFace): boolean => NUMBERED.test(file)

/**
 * A Japanese family in other files than its package's: common characters together, rare ones as they come (decision 0115).
 * @param from the package's folder, with a whole Japanese file of each weight
 * @param faces all of the package's, with those of other scripts
 * @param words what our own texts are written in
 */
export async function cutJapanese(from: string, faces: readonly FontFace[], words: string): Promise<FontFile[]> {
  const weights = new Set(faces.filter(isNumbered).map(({ weight }) => weight))
  const cut = [...weights].map((weight) => cutWeight(from, ofWeight(faces, weight), words))
  return (await Promise.all(cut)).flat()
}

const ofWeight = (faces: readonly FontFace[], weight: string) => faces.filter((face) => face.weight === weight)

async function cutWeight(from: string, faces: readonly FontFace[], words: string): Promise<FontFile[]> {
  const read = ({ file }: Pick<FontFace, 'file'>) => readFile(join(from, 'files', file))
  const named = (face: FontFace, part: string) => face.file.replace(NUMBERED, `-${part}-${face.weight}-normal.woff2`)
  const given = faces.filter(isNumbered).sort((a, b) => numberOf(b) - numberOf(a))
  const [model] = given
  if (model === undefined) return []

  const whole = await read({ file: named(model, 'japanese') })
  const has = glyphsOf(whole, { ...model, range: EVERYTHING })
  const others = faces.filter((face) => !isNumbered(face))
  const elsewhere = await Promise.all(others.map(async (face) => glyphsOf(await read(face), face)))
  const { common, rare } = sliceJapanese(
    given.map(({ range }) => readRanges(range)),
    { words, isWanted: (point) => has(point) && !elsewhere.some((hasToo) => hasToo(point)) },
  )

  const files = await cutFace(whole, common)
  const commonFaces = files.map((file, index) => {
    const range = writeRange(common[index] ?? [])
    return { face: { ...model, file: named(model, `common-${index}`), range }, file }
  })
  const rareFaces = given.slice(-rare.length).map(async (face, index) => {
    const range = writeRange(rare[index] ?? [])
    return range === '' ? [] : [{ face: { ...face, range }, file: await read(face) }]
  })
  return [...commonFaces, ...(await Promise.all(rareFaces)).flat()]
}

/** Which characters browsers take from a face: what its rule promises, and its file has. */
function glyphsOf(file: Buffer, { range, weight, family }: FontFace): (codePoint: number) => boolean {
  const font = openFace(file, Number(weight), family)
  const ranges = readRanges(range)
  return (codePoint) => covers(ranges, codePoint) && font.hasGlyphForCodePoint(codePoint)
}
