export type PictureFormat = 'png' | 'jpeg' | 'webp'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const RIFF = [0x52, 0x49, 0x46, 0x46]
const WEBP = [0x57, 0x45, 0x42, 0x50]

/**
 * What a file is by its first bytes; null for everything that we do not take. Names and announced types are only what
 * somebody says. Asked before a decoder sees the file, so that no other decoder is ever reached.
 */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  if (beginsWith(bytes, PNG)) return 'png'
  if (beginsWith(bytes, JPEG)) return 'jpeg'
  if (beginsWith(bytes, RIFF) && beginsWith(bytes.subarray(8), WEBP)) return 'webp'
  return null
}

const beginsWith = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, index) => bytes[index] === byte)
