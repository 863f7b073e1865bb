import { once } from 'node:events'
import { promisify } from 'node:util'
import { crc32, createDeflateRaw, gunzip, constants as level } from 'node:zlib'
import { NONCE } from '#lib/http/swappable-nonce.ts'
import { counterweight, SLOT_BYTES } from './counterweight.ts'

/**
 * Stands for the nonce while a page is compressed. None of its bytes stand in a page (no text has them), nor twice in
 * itself, so that nothing else is ever compressed as a copy of a part of it.
 */
const STAND_IN = Buffer.from('01020304050607080b0e0f101112131415161718191a1b1c1d1e1f7ff8f9fafb', 'hex')
const OWN_BYTES = new RegExp(`[${[...STAND_IN].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}]`)

/** Copies reach back 32 KB; past this the nonce is written out again. */
const REACH = 30_000

const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
const [OPEN, CLOSE] = [Buffer.from('<!--'), Buffer.from('-->')]
const EMPTY_SLOT = Buffer.alloc(SLOT_BYTES, ' ')

/** Any other than the page's. */
const ANOTHER = '0123456789abcdeffedcba9876543210'

/**
 * A page as gzip in which an edge can put another nonce in place of its own without unpacking it (decision 0112): the nonce
 * stands in it as it is, wherever it is not a copy of one before, and a comment at the end makes the checksum one that
 * holds for every nonce.
 * @returns null for what cannot be packed like that; it may be sent as it is
 */
export async function packPage(page: Buffer, nonce: string): Promise<Buffer | null> {
  if (!NONCE.test(nonce) || OWN_BYTES.test(page.toString('latin1'))) return null
  const text = weighted(swapped(page, nonce, STAND_IN))
  if (text === null) return null
  const plain = swapped(text, STAND_IN, nonce)
  const packed = Buffer.concat([GZIP_HEAD, swapped(await deflated(text), STAND_IN, nonce), trailer(plain)])
  return (await opensWithAnother(packed, plain, nonce)) ? packed : null
}

/** With the comment that keeps the checksum; null without a nonce to keep it for. */
function weighted(text: Buffer): Buffer | null {
  const places = placesOf(text)
  if (places.length === 0) return null
  const length = text.length + OPEN.length + SLOT_BYTES * SLOT_BYTES + CLOSE.length
  const slots = counterweight(
    places.map((place) => length - place - SLOT_BYTES),
    CLOSE.length,
  )
  return Buffer.concat([text, OPEN, ...slots.map((holds) => (holds ? STAND_IN : EMPTY_SLOT)), CLOSE])
}

async function deflated(text: Buffer): Promise<Buffer> {
  const stream = createDeflateRaw({ level: level.Z_DEFAULT_COMPRESSION })
  const parts: Buffer[] = []
  stream.on('data', (part: Buffer) => parts.push(part))
  const write = promisify<Buffer, void>((part, done) => stream.write(part, done))
  const setLevel = (to: number) =>
    new Promise<void>((done) => stream.params(to, level.Z_DEFAULT_STRATEGY, () => done()))
  let written = 0
  let last = Number.NEGATIVE_INFINITY
  for (const place of placesOf(text)) {
    if (place - last > REACH) {
      await write(text.subarray(written, place))
      await setLevel(level.Z_NO_COMPRESSION)
      await write(text.subarray(place, place + SLOT_BYTES))
      await setLevel(level.Z_DEFAULT_COMPRESSION)
      written = place + SLOT_BYTES
    }
    last = place
  }
  stream.end(text.subarray(written))
  await once(stream, 'end')
  return Buffer.concat(parts)
}

function trailer(plain: Buffer): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32LE(crc32(plain), 0)
  bytes.writeUInt32LE(plain.length, 4)
  return bytes
}

/** What an edge will do, tried once: that copies are found where they are expected is zlib's habit, not its promise. */
async function opensWithAnother(packed: Buffer, plain: Buffer, nonce: string): Promise<boolean> {
  try {
    const opened = await promisify(gunzip)(swapped(packed, nonce, ANOTHER))
    return opened.equals(swapped(plain, nonce, ANOTHER))
  } catch {
    return false
  }
}

function placesOf(text: Buffer): number[] {
  const places: number[] = []
  for (let at = text.indexOf(STAND_IN); at >= 0; at = text.indexOf(STAND_IN, at + SLOT_BYTES)) places.push(at)
  return places
}

/** Both of one length. */
function swapped(text: Buffer, from: string | Buffer, to: string | Buffer): Buffer {
  const [before, after] = [Buffer.from(from), Buffer.from(to)]
  const copy = Buffer.from(text)
  for (let at = copy.indexOf(before); at >= 0; at = copy.indexOf(before, at + after.length)) after.copy(copy, at)
  return copy
}
