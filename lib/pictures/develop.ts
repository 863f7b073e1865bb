import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import type { Picture, PictureFault } from '#contracts/picture.ts'
import { PICTURE_SIDE, PRINT_FILE, PRINT_SIZE, pictureWidths } from '#contracts/picture-files.ts'
import type { Tones } from '#contracts/picture-tones.ts'
import { measureTones } from './measure-tones.ts'
import { pictureFormat } from './picture-format.ts'

/*
 * From a file that somebody sent to files that we made: decoded, turned upright, brought to sRGB and to a page's size, and
 * encoded anew. Nothing of the sent bytes is kept, so neither is where a photograph was taken, nor anything hidden in it.
 */

export interface PictureFile {
  readonly name: string
  readonly type: 'image/webp' | 'image/png'
  readonly content: Uint8Array<ArrayBuffer>
}

export interface Developed extends Picture {
  readonly tones: Tones
  readonly files: readonly PictureFile[]
}

/**
 * The most pixels that are decoded: the largest photograph that fits into an upload of 4 MB. A bomb of a hundred
 * times as many also fits there, and is refused by its header.
 */
const PIXELS_AT_MOST = 40_000_000
/** A line across the page is no picture, and shrinks to nothing. */
const SIDE_AT_LEAST = 16
const RATIO_AT_MOST = 20
/** Nobody waits longer; a picture within the bounds takes about a second. */
const DECODE_LIMIT_S = 10
/** A logo in true colour stays below it; a photograph is brought to 256 colours, for a place of 160 pixels. */
const PRINT_BYTES = 128 * 1024
/** Measured on artworks (dev/core/artwork/render.ts): more effort doubles the time for 3 % of the bytes. */
const WEBP = { quality: 82, alphaQuality: 90, effort: 3 }

// One picture must not take all cores of a storefront, and is never asked for twice.
sharp.concurrency(1)
sharp.cache(false)

export async function develop(bytes: Uint8Array): Promise<Developed | PictureFault> {
  const format = pictureFormat(bytes)
  if (format === null) return 'not-a-picture'
  try {
    const open = () => sharp(bytes, { limitInputPixels: PIXELS_AT_MOST, failOn: 'error', sequentialRead: true })
    const { width, height, pages = 1, format: found } = await open().metadata()
    if (found !== format) return 'not-a-picture'
    if (pages > 1 || isAnimatedPng(format, bytes)) return 'moving'
    if (width * height > PIXELS_AT_MOST) return 'too-many-pixels'
    if (Math.min(width, height) < SIDE_AT_LEAST || Math.max(width / height, height / width) > RATIO_AT_MOST)
      return 'too-thin'
    return await encode(await decode(open()))
  } catch (error) {
    return /pixel limit/i.test(String(error)) ? 'too-many-pixels' : 'damaged'
  }
}

interface Pixels {
  readonly data: Buffer
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 3 | 4 }
}

async function decode(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture
    .timeout({ seconds: DECODE_LIMIT_S })
    .autoOrient()
    .resize({ width: PICTURE_SIDE, height: PICTURE_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, raw: { width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 } }
}

async function encode({ data, raw }: Pixels): Promise<Developed> {
  const { width, height, channels } = raw
  const from = () => sharp(data, { raw })
  const files: PictureFile[] = []
  for (const one of pictureWidths(width))
    files.push({
      name: `${one}.webp`,
      type: 'image/webp',
      content: plain(await from().resize({ width: one }).webp(WEBP).toBuffer()),
    })
  files.push({ name: PRINT_FILE, type: 'image/png', content: plain(await printed(from)) })
  const id = createHash('sha256').update(`${width}x${height}x${channels} `).update(data).digest('hex')
  return { id, width, height, tones: await tonesOf(from), files }
}

async function printed(from: () => Sharp): Promise<Buffer> {
  const small = () => from().resize({ ...PRINT_SIZE, fit: 'inside', withoutEnlargement: true })
  const full = await small().png({ compressionLevel: 9 }).toBuffer()
  return full.byteLength <= PRINT_BYTES ? full : small().png({ palette: true, effort: 7 }).toBuffer()
}

/** Measured as large as a logo is ever shown: thin lines are mixed with what is around them there, too. */
async function tonesOf(from: () => Sharp): Promise<Tones> {
  const small = from().resize({ ...PRINT_SIZE, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true })
  return measureTones(data, info.channels === 4 ? 4 : 3)
}

const plain = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer)

/** The decoder knows no animated PNG and would take its first picture in silence. `acTL` stands before the pixels. */
function isAnimatedPng(format: string, bytes: Uint8Array): boolean {
  if (format !== 'png') return false
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sign = file.indexOf('acTL')
  return sign >= 0 && sign < file.indexOf('IDAT')
}
