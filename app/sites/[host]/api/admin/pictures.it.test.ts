import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PICTURE_UPLOAD_LIMIT, PictureList, StoredPicture } from '#contracts/picture.ts'
import { TONE_COUNT } from '#contracts/picture-tones.ts'
import { asReseller, type ResellerTransaction } from '#lib/database/database.ts'
import { ROOM_BYTES } from '#lib/pictures/picture-store.ts'
import { drawn } from '#lib/pictures/pictures.fixture.ts'
import { signInAs } from '#lib/test/staff-in-test.ts'
import { publish, type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { GET as serve } from '../../media/pictures/[id]/[file]/route.ts'
import { DELETE as removePicture } from './pictures/[id]/route.ts'
import { GET as listPictures, POST as uploadPicture } from './pictures/route.ts'

type Route = typeof uploadPicture
type Person = 'owner' | 'editor' | 'viewer' | 'customer' | 'stranger' | 'editor of luna'
type Shop = 'aurora' | 'luna'

let shop: StorefrontInTest
const cookies = new Map<Person, string>()
beforeAll(async () => {
  shop = await startStorefrontInTest()
  for (const role of ['owner', 'editor', 'viewer'] as const)
    cookies.set(role, await signInAs(shop.storefront, shop.aurora, role))
  cookies.set('customer', await signInAs(shop.storefront, shop.aurora, null))
  cookies.set('editor of luna', await signInAs(shop.storefront, shop.luna, 'editor'))
})
afterAll(() => shop[Symbol.asyncDispose]())

/** A picture that nobody has sent before, in each test. */
let picture: Buffer
let serial = 0
beforeEach(async () => {
  serial += 1
  picture = await drawn({ width: 300 + serial, height: 100, format: 'png', clear: true })
})

interface Ask {
  readonly as?: Person
  readonly at?: Shop
  readonly method?: string
  readonly params?: Record<string, string>
  readonly file?: Uint8Array
  readonly headers?: Record<string, string>
}

function ask(route: unknown, { as = 'stranger', at = 'aurora', method = 'GET', params = {}, file, headers }: Ask) {
  const host = `${at}.localhost`
  const request = new Request(`http://${host}/`, {
    method,
    headers: {
      ...{ host, origin: `http://${host}`, cookie: cookies.get(as) ?? '' },
      ...(file && { 'content-type': 'image/png' }),
      ...headers,
    },
    body: file ? new Uint8Array(file) : null,
  })
  return (route as Route)(request, { params: Promise.resolve({ host, ...params }) })
}

const problemOf = async (response: Response) => {
  const { type, detail } = (await response.json()) as { type: string; detail?: string }
  return { status: response.status, type, ...(detail !== undefined && { detail }) }
}

async function uploaded(as: Person = 'editor', at: Shop = 'aurora'): Promise<StoredPicture> {
  const response = await ask(uploadPicture, { as, at, method: 'POST', file: picture })
  expect(response.status).toBe(201)
  return StoredPicture.parse(await response.json())
}

const fileOf = (id: string, file: string, at: Shop = 'aurora') => ask(serve, { at, params: { id, file } })

describe('who may upload, list and remove', () => {
  it.each<[Person, number]>([
    ['owner', 0],
    ['editor', 0],
    ['viewer', 403],
    ['customer', 404],
    ['stranger', 401],
    ['editor of luna', 401],
  ])('%s', async (as, refusal) => {
    const { id } = await uploaded()
    const list = await ask(listPictures, { as })
    const upload = await ask(uploadPicture, { as, method: 'POST', file: picture })
    const removal = await ask(removePicture, { as, method: 'DELETE', params: { id } })
    const expected = refusal === 0 ? [200, 201, 204] : [refusal, refusal, refusal]
    expect([list.status, upload.status, removal.status]).toEqual(expected)
  })

  it('from another site nobody', async () => {
    const headers = { origin: 'https://evil.example' }
    const response = await ask(uploadPicture, { as: 'editor', method: 'POST', file: picture, headers })
    expect(await problemOf(response)).toEqual({ status: 403, type: 'storefront/forbidden-origin' })
  })
})

describe('an uploaded picture', () => {
  it('is signed, and the same one again is the same picture', async () => {
    const first = await uploaded()
    expect(first).toMatchObject({ width: 300 + serial, height: 100, uploadedBy: expect.stringMatching(/^Ada editor/) })
    expect(await uploaded('owner')).toEqual(first)
    const list = PictureList.parse(await (await ask(listPictures, { as: 'editor' })).json())
    expect(list.items.filter(({ id }) => id === first.id)).toEqual([first])
    expect(list.usedBytes).toBe(list.items.reduce((sum, { bytes }) => sum + bytes, 0))
  })

  it('is measured; one from before pictures were is when it is sent again, and nothing else of it can be changed', async () => {
    const { id, tones } = await uploaded()
    expect(tones).toHaveLength(TONE_COUNT)
    const own = { where: { resellerId_pictureId: { resellerId: 'aurora', pictureId: id } } }
    const change = (data: object) =>
      asReseller(shop.storefront.database, 'aurora', (transaction) => transaction.picture.update({ ...own, data }))
    await change({ tones: [] })
    const listed = async () => {
      const list = PictureList.parse(await (await ask(listPictures, { as: 'editor' })).json())
      return list.items.find((one) => one.id === id)
    }
    expect(await listed()).not.toHaveProperty('tones')
    expect((await uploaded()).tones).toEqual(tones)
    expect((await listed())?.tones).toEqual(tones)
    await expect(change({ width: 1 })).rejects.toThrow(/permission denied/)
  })

  it('is there for everybody, as what it is, for good', async () => {
    const { id, width } = await uploaded()
    for (const [file, type] of [
      [`${width}.webp`, 'image/webp'],
      ['print.png', 'image/png'],
    ] as const) {
      const response = await fileOf(id, file)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe(type)
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(response.headers.get('set-cookie')).toBe(null)
      expect((await response.arrayBuffer()).byteLength).toBe(Number(response.headers.get('content-length')))
    }
  })

  it('is not there at another reseller’s host, nor in its list, nor for its staff to remove', async () => {
    const { id, width } = await uploaded()
    expect((await fileOf(id, `${width}.webp`, 'luna')).status).toBe(404)
    const elsewhere = { as: 'editor of luna', at: 'luna' } as const
    const list = PictureList.parse(await (await ask(listPictures, elsewhere)).json())
    expect(list.items.map((one) => one.id)).not.toContain(id)
    expect((await ask(removePicture, { ...elsewhere, method: 'DELETE', params: { id } })).status).toBe(404)
    expect((await fileOf(id, `${width}.webp`)).status).toBe(200)
  })

  it('is not there at another reseller’s host either when the process has just shown it', async () => {
    const { id } = await uploaded()
    expect((await fileOf(id, 'print.png')).status).toBe(200)
    expect((await fileOf(id, 'print.png', 'luna')).status).toBe(404)
  })

  it('is gone once it is removed, though the process has shown it', async () => {
    const { id } = await uploaded()
    expect((await fileOf(id, 'print.png')).status).toBe(200)
    expect((await ask(removePicture, { as: 'editor', method: 'DELETE', params: { id } })).status).toBe(204)
    expect((await fileOf(id, 'print.png')).status).toBe(404)
  })

  it('of one content belongs to each reseller that sent it, alone', async () => {
    const ours = await uploaded()
    const theirs = await uploaded('editor of luna', 'luna')
    expect(theirs.id).toBe(ours.id)
    await ask(removePicture, { as: 'editor', method: 'DELETE', params: { id: ours.id } })
    expect((await fileOf(ours.id, 'print.png')).status).toBe(404)
    expect((await fileOf(ours.id, 'print.png', 'luna')).status).toBe(200)
  })

  it('is beyond the reach of a query that does not say whose it is', async () => {
    await uploaded()
    expect(await shop.storefront.database.picture.findMany()).toEqual([])
    expect(await shop.storefront.database.pictureFile.findMany()).toEqual([])
  })

  it('is beyond the reach of a query in another’s name, and nobody can write one in another’s', async () => {
    const { id: pictureId } = await uploaded()
    const asLuna = <T>(work: (transaction: ResellerTransaction) => Promise<T>) =>
      asReseller(shop.storefront.database, 'luna', work)
    const where = { pictureId }
    expect(await asLuna((transaction) => transaction.picture.findMany({ where }))).toEqual([])
    expect(await asLuna((transaction) => transaction.pictureFile.findMany({ where }))).toEqual([])
    expect(await asLuna((transaction) => transaction.picture.deleteMany({ where }))).toEqual({ count: 0 })
    expect(await asLuna((transaction) => transaction.pictureFile.deleteMany({ where }))).toEqual({ count: 0 })
    const theirs = { resellerId: 'aurora', pictureId }
    // Several at once: one would be read back, and be refused for that.
    const row = { ...theirs, pictureId: 'e'.repeat(64), width: 1, height: 1, bytes: 1, uploadedBy: 'x' }
    const file = { ...theirs, name: '9.webp', type: 'image/webp', content: new Uint8Array(1) }
    const writing = [
      asLuna((transaction) => transaction.picture.createMany({ data: [row] })),
      asLuna((transaction) => transaction.pictureFile.createMany({ data: [file] })),
    ]
    for (const written of await Promise.allSettled(writing))
      expect(written).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/row-level/) } })
    expect((await fileOf(pictureId, 'print.png')).status).toBe(200)
  })

  it.each(['481.webp', 'print.webp', '../x', 'print.png/..', '0.webp', '99999.webp', 'constructor', 'print.png\0'])(
    'has no file %s',
    async (file) => {
      const { id } = await uploaded()
      expect((await fileOf(id, file)).status).toBe(404)
    },
  )

  it.each(['a'.repeat(64), 'A'.repeat(64), 'x', '', 'a\0'])('is not one under the name “%s”', async (id) => {
    expect((await fileOf(id, 'print.png')).status).toBe(404)
  })
})

describe('what is not taken', () => {
  it.each([
    ['a page that says it is a picture', Buffer.from('<script>alert(1)</script>'), 'not-a-picture'],
    ['an SVG that says it is a PNG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-a-picture'],
    ['an empty file', new Uint8Array(), 'not-a-picture'],
  ])('%s', async (_, file, detail) => {
    const response = await ask(uploadPicture, { as: 'editor', method: 'POST', file })
    expect(await problemOf(response)).toEqual({ status: 422, type: 'storefront/unusable-picture', detail })
  })

  it.each(['image/svg+xml', 'image/gif', 'text/html', 'application/json', 'multipart/form-data'])(
    'a file of type %s',
    async (type) => {
      const headers = { 'content-type': type }
      const response = await ask(uploadPicture, { as: 'editor', method: 'POST', file: picture, headers })
      expect(await problemOf(response)).toEqual({ status: 415, type: 'storefront/unsupported-media-type' })
    },
  )

  it('a file of one byte more than the limit, and one of the limit is looked at', async () => {
    const long = (bytes: number) => Buffer.concat([picture, Buffer.alloc(bytes - picture.byteLength)])
    const over = await ask(uploadPicture, { as: 'editor', method: 'POST', file: long(PICTURE_UPLOAD_LIMIT + 1) })
    expect(await problemOf(over)).toEqual({ status: 413, type: 'storefront/too-large' })
    const just = await ask(uploadPicture, { as: 'editor', method: 'POST', file: long(PICTURE_UPLOAD_LIMIT) })
    expect(just.status).toBe(201) // what follows a picture in its file is not kept
  })

  it('more than a reseller’s room holds, until something is removed; others have room of their own', async () => {
    const filler = { resellerId: 'aurora', pictureId: 'f'.repeat(64), width: 1, height: 1, uploadedBy: 'a test' }
    await asReseller(shop.storefront.database, 'aurora', (transaction) =>
      transaction.picture.create({ data: { ...filler, bytes: ROOM_BYTES } }),
    )
    const full = await ask(uploadPicture, { as: 'editor', method: 'POST', file: picture })
    expect(await problemOf(full)).toEqual({ status: 409, type: 'storefront/no-room' })
    await uploaded('editor of luna', 'luna')
    const params = { id: filler.pictureId }
    expect((await ask(removePicture, { as: 'editor', method: 'DELETE', params })).status).toBe(204)
    await uploaded()
  })

  it('more than the room holds, when two come at the same moment', async () => {
    await publish(shop.storefront, 'kite')
    const bytes = 1_000
    const filler = { resellerId: 'kite', pictureId: 'f'.repeat(64), width: 1, height: 1, uploadedBy: 'a test' }
    await asReseller(shop.storefront.database, 'kite', (transaction) =>
      transaction.picture.create({ data: { ...filler, bytes: ROOM_BYTES - bytes } }),
    )
    const file = { name: '16.webp', type: 'image/webp', content: new Uint8Array(bytes) } as const
    const tones = Array.from({ length: TONE_COUNT }, () => 0)
    const keep = (id: string) =>
      shop.storefront.pictures.keep(
        'kite',
        { id: id.repeat(64), width: 16, height: 16, tones, files: [file] },
        'a test',
      )
    // Nobody can write a row while it is held, so that both have counted, if they may, before one of them has written.
    await using gate = await lockedTable('picture')
    const both = Promise.all([keep('a'), keep('b')])
    await expect.poll(gate.waiting, { interval: 5, timeout: 5_000 }).toBe(2)
    await gate.open()
    expect((await both).map(({ outcome }) => outcome).sort()).toEqual(['full', 'kept'])
    expect((await shop.storefront.pictures.list('kite')).usedBytes).toBe(ROOM_BYTES)
  })

  /** Holds a table so that it can be read and not be written. */
  async function lockedTable(name: string) {
    const owner = new pg.Client(shop.database.ownerUrl)
    await owner.connect()
    await owner.query(`BEGIN; LOCK TABLE ${name} IN SHARE MODE`)
    return {
      open: () => owner.query('COMMIT'),
      waiting: async (): Promise<number> => {
        const { rows } = await owner.query(
          `SELECT count(*)::int AS count FROM pg_locks JOIN pg_database d ON d.oid = database
           WHERE d.datname = current_database() AND NOT granted`,
        )
        return rows[0].count
      },
      [Symbol.asyncDispose]: () => owner.end(),
    }
  }
})

describe('removing', () => {
  it('leaves what the live version or the newest one shows', async () => {
    const [live, newest, old] = [await uploaded(), await another(), await another()]
    const logo = ({ id, width, height }: StoredPicture) => ({
      logo: { wordmark: 'A', mark: 'none' as const, picture: { id, width, height } },
    })
    await publish(shop.storefront, 'aurora', { version: 7, ...logo(old) })
    await publish(shop.storefront, 'aurora', { version: 9, ...logo(newest) })
    await publish(shop.storefront, 'aurora', { version: 8, ...logo(live) })
    const removal = async ({ id }: StoredPicture) =>
      (await ask(removePicture, { as: 'editor', method: 'DELETE', params: { id } })).status
    expect([await removal(live), await removal(newest), await removal(old)]).toEqual([409, 409, 204])
  })

  async function another(): Promise<StoredPicture> {
    serial += 1
    picture = await drawn({ width: 300 + serial, height: 100, format: 'png' })
    return uploaded()
  }
})
