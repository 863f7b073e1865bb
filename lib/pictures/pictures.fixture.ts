import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

interface Drawing {
  readonly width: number
  readonly height: number
  readonly format: 'png' | 'jpeg' | 'webp'
  readonly ground?: string
  /** See-through but for a dot. */
  readonly clear?: boolean
  /** The colour of one pixel. */
  readonly dot?: string
  /** Hard to compress, so that the file is long. */
  readonly noise?: boolean
}

/** A picture as somebody would send it. */
export async function drawn({
  width,
  height,
  format,
  ground = '#1a3a8f',
  clear = false,
  dot = '#ffffff',
  noise = false,
}: Drawing): Promise<Buffer> {
  const background = clear ? { r: 0, g: 0, b: 0, alpha: 0 } : ground
  const channels = clear ? 4 : 3
  const create = noise
    ? { width, height, channels: 3 as const, noise: { type: 'gaussian' as const, mean: 120, sigma: 60 }, background }
    : { width, height, channels: channels as 3 | 4, background }
  const pixel = await sharp({ create: { width: 1, height: 1, channels: 3, background: dot } })
    .png()
    .toBuffer()
  return sharp({ create })
    .composite([{ input: pixel, left: Math.floor(width / 2), top: Math.floor(height / 2) }])
    .toFormat(format)
    .toBuffer()
}

/** The first two thirds of a file. */
export const damaged = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor((bytes.byteLength * 2) / 3))

/** A PNG of so many black pixels, written by hand because encoders would unpack it first. */
export function pixelBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8) // one bit a pixel, grey
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })
  const sign = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([sign, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.byteLength)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
