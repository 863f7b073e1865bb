import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { PICTURE_SIDE, PRINT_FILE } from '#contracts/picture-files.ts'
import { type Developed, develop } from './develop.ts'
import { damaged, drawn, pixelBomb } from './pictures.fixture.ts'

async function developed(bytes: Uint8Array): Promise<Developed> {
  const picture = await develop(bytes)
  if (typeof picture === 'string') throw new Error(picture)
  return picture
}

const fileOf = ({ files }: Developed, name: string) => {
  const file = files.find((one) => one.name === name)
  if (!file) throw new Error(`there is no ${name} among ${files.map((one) => one.name)}`)
  return sharp(file.content)
}
const widest = (picture: Developed) => fileOf(picture, `${picture.width}.webp`)

describe('a picture', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('comes as %s and is kept as WebP, with a PNG for print', async (format) => {
    const picture = await developed(await drawn({ width: 1000, height: 500, format }))
    expect(picture).toMatchObject({ width: 1000, height: 500, id: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(picture.files.map(({ name }) => name)).toEqual(['480.webp', '960.webp', '1000.webp', PRINT_FILE])
    for (const { name, content, type } of picture.files) {
      const { format: found, width } = await sharp(content).metadata()
      expect(`image/${found}`).toBe(type)
      expect(width).toBe(name === PRINT_FILE ? 640 : Number.parseInt(name, 10))
    }
  })

  it('has the same name whenever it is sent, and another one with one pixel changed', async () => {
    const [first, again, other] = [
      await developed(await drawn({ width: 64, height: 64, format: 'png' })),
      await developed(await drawn({ width: 64, height: 64, format: 'png' })),
      await developed(await drawn({ width: 64, height: 64, format: 'png', dot: '#00ff00' })),
    ]
    expect(again.id).toBe(first.id)
    expect(other.id).not.toBe(first.id)
  })

  it('is brought to the size of a page, and a small one stays small', async () => {
    const large = await developed(await drawn({ width: 5_000, height: 2_500, format: 'jpeg' }))
    expect([large.width, large.height]).toEqual([PICTURE_SIDE, PICTURE_SIDE / 2])
    const small = await developed(await drawn({ width: 120, height: 60, format: 'png' }))
    expect(small.files.map(({ name }) => name)).toEqual(['120.webp', PRINT_FILE])
  })

  it('stays see-through where it was', async () => {
    const picture = await developed(await drawn({ width: 200, height: 100, format: 'png', clear: true }))
    for (const name of ['200.webp', PRINT_FILE]) {
      const { data, info } = await fileOf(picture, name).raw().toBuffer({ resolveWithObject: true })
      expect(info.channels).toBe(4)
      expect(data[3]).toBe(0)
    }
  })

  it('stands as the camera was held, and says nothing of where that was', async () => {
    const exif = { IFD0: { Copyright: 'secret-name' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }
    const held = sharp(await drawn({ width: 400, height: 200, format: 'jpeg' }))
    const sent = await held.withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect((await sharp(sent).metadata()).orientation).toBe(6)
    const picture = await developed(sent)
    expect([picture.width, picture.height]).toEqual([200, 400])
    for (const { content } of picture.files) {
      const { exif: kept, icc, xmp, orientation } = await sharp(content).metadata()
      expect({ kept, icc, xmp, orientation }).toEqual({})
      expect(Buffer.from(content).includes('secret-name')).toBe(false)
    }
  })

  it('for a printing press becomes one for screens', async () => {
    const sent = await sharp(await drawn({ width: 300, height: 200, format: 'png', ground: '#d02020' }))
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer()
    expect((await sharp(sent).metadata()).space).toBe('cmyk')
    const { data, info } = await widest(await developed(sent))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(info.channels).toBe(3)
    const [red = 0, green = 0, blue = 0] = data
    expect(red).toBeGreaterThan(150)
    expect(Math.max(green, blue)).toBeLessThan(100)
  })

  it('in greys or in sixteen bits is kept like any other', async () => {
    const grey = await sharp(await drawn({ width: 80, height: 40, format: 'png' }))
      .greyscale()
      .png()
      .toBuffer()
    const deep = await sharp(await drawn({ width: 80, height: 40, format: 'png' }))
      .toColourspace('rgb16')
      .png()
      .toBuffer()
    for (const sent of [grey, deep]) expect(await developed(sent)).toMatchObject({ width: 80, height: 40 })
  })
})

describe('what is no picture for a page', () => {
  const text = (words: string) => new TextEncoder().encode(words)

  it.each([
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['an SVG behind a byte order mark', text('\ufeff<?xml version="1.0"?><svg/>')],
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['a PDF', text('%PDF-1.7\n')],
    ['nothing', new Uint8Array()],
    ['a RIFF that is a sound', text('RIFF\0\0\0\0WAVEfmt ')],
  ])('%s is refused', async (_, bytes) => {
    expect(await develop(bytes)).toBe('not-a-picture')
  })

  it.each(['png', 'jpeg', 'webp'] as const)('a %s that ends in the middle is refused', async (format) => {
    expect(await develop(damaged(await drawn({ width: 600, height: 400, format, noise: true })))).toBe('damaged')
  })

  it.each(['png', 'jpeg', 'webp'] as const)('the first bytes of a %s and then anything are refused', async (format) => {
    const head = (await drawn({ width: 60, height: 40, format })).subarray(0, 16)
    expect(await develop(Buffer.concat([head, Buffer.alloc(4_000, 0x41)]))).toBe('damaged')
  })

  it('a bomb of 900 megapixels in a few kilobytes is refused by its header, before it is unpacked', async () => {
    const bomb = pixelBomb(30_000, 30_000)
    expect(bomb.byteLength).toBeLessThan(4 * 1024 * 1024)
    const before = process.memoryUsage().rss
    expect(await develop(bomb)).toBe('too-many-pixels')
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  it.each(['webp', 'png'] as const)('a %s that moves is refused', async (format) => {
    expect(await develop(await moving(format))).toBe('moving')
  })

  it.each([
    ['a dot', 8, 8],
    ['a line', 1_000, 20],
    ['a thread', 20, 1_000],
  ])('%s is refused', async (_, width, height) => {
    expect(await develop(await drawn({ width, height, format: 'png' }))).toBe('too-thin')
  })
})

/** Two pictures in one file. Nobody here writes animated PNGs: the sign of one stands where it stands in them. */
async function moving(format: 'webp' | 'png'): Promise<Buffer> {
  if (format === 'webp') {
    const frame = await drawn({ width: 64, height: 128, format: 'png' })
    const { data, info } = await sharp(frame).raw().toBuffer({ resolveWithObject: true })
    return sharp(data, { raw: { width: 64, height: 128, channels: info.channels as 3, pageHeight: 64 } })
      .webp({ loop: 0 })
      .toBuffer()
  }
  const png = await drawn({ width: 64, height: 64, format: 'png' })
  const afterHeader = 33
  const control = Buffer.from('000000086163544c0000000200000000f38d9370', 'hex')
  return Buffer.concat([png.subarray(0, afterHeader), control, png.subarray(afterHeader)])
}
