import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expand, readRanges, writeRange } from '#lib/fonts/unicode-ranges.ts'
import { openFace } from '#lib/tickets/pdf/open-face.ts'
import { everydayJapanese } from './everyday-japanese.ts'
import type { FontFace, FontFile } from './font-face.ts'
import { sliceJapanese } from './japanese-slices.ts'
import { cutFace } from './trim-face.ts'

/** A package's numbered piece, some Japanese characters in one weight: the higher, the commoner they are. */
const NUMBERED = /-(\d+)-\d{3}-normal\.woff2$/
const numberOf = ({ file }: FontFace): number => Number(NUMBERED.exec(file)?.[1])

const isNumbered = ({ file }: FontFace): boolean => NUMBERED.test(file)

/**
 * A Japanese family in other files than its package's: common characters together, the rest as they come (decision 0115).
 * Each rule names what its file has, and no more: pages choose by it (decision 0118).
 * @param from the package's folder, with a large Japanese file of each weight
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
  const read = (file: string) => readFile(join(from, 'files', file))
  const open = async (face: FontFace) => {
    const file = await read(face.file)
    return { face, file, characters: charactersIn(face, file) }
  }
  const pieces = await Promise.all(faces.filter(isNumbered).map(open))
  pieces.sort((one, other) => numberOf(other.face) - numberOf(one.face))
  const others = await Promise.all(faces.filter((face) => !isNumbered(face)).map(open))
  const elsewhere = new Set(others.flatMap(({ characters }) => characters))
  const [model] = pieces
  if (model === undefined) return []

  const named = (part: string) => model.face.file.replace(NUMBERED, `-${part}-${model.face.weight}-normal.woff2`)
  const large = await read(named('japanese'))
  const everyday = everydayJapanese()
  const font = openFace(large, Number(model.face.weight), model.face.family)
  const { common, rest } = sliceJapanese(
    pieces.map(({ characters }) => characters.filter((point) => !elsewhere.has(point))),
    { words, isCommon: (point) => everyday.has(point), isInLargeFile: (point) => font.hasGlyphForCodePoint(point) },
  )
  const files = await cutFace(large, common)
  const commonFiles = files.map((file, index) => ({
    face: { ...model.face, file: named(`common-${index}`), range: writeRange(common[index] ?? []) },
    file,
  }))
  const otherFiles = others.map(({ face, file, characters }) => ({
    face: { ...face, range: writeRange(characters) },
    file,
  }))
  const restFiles = pieces.flatMap(({ face, file }, index) => {
    const range = writeRange(rest[index] ?? [])
    return range === '' ? [] : [{ face: { ...face, range }, file }]
  })
  return [...commonFiles, ...restFiles, ...otherFiles]
}

/** Which characters browsers take from a face: what its rule promises, and its file has. */
function charactersIn({ range, weight, family }: FontFace, file: Buffer): number[] {
  const font = openFace(file, Number(weight), family)
  return expand(readRanges(range)).filter((point) => font.hasGlyphForCodePoint(point))
}
