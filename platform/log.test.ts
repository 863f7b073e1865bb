import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'

/** The line that is written of it, and the same as an object. */
function logged(what: object, message?: string) {
  const lines: string[] = []
  createLog('test', 'info', { write: (line) => void lines.push(line) }).info(what, message)
  const [line = ''] = lines
  return { line, entry: JSON.parse(line) as Record<string, unknown> }
}

class Refused extends Error {
  override readonly name = 'Refused'
  readonly status = 401
  readonly request = { headers: { Authorization: 'Bearer s3cret', accept: 'text/html' } }
}

describe('a log', () => {
  it.each([
    { password: 's3cret' },
    { o: { password: 's3cret' } },
    {
      req: { headers: { cookie: 'session=s3cret', 'Set-Cookie': ['session=s3cret'], authorization: 'Bearer s3cret' } },
    },
    { answers: [{ token: 's3cret' }, [{ key: { d: 's3cret' } }]] },
    { a: { b: { c: { d: { e: { f: { g: { h: { i: { j: { anything: 's3cret' } } } } } } } } } } },
    { at: { toJSON: () => ({ secret: 's3cret' }) } },
    { err: new Refused() },
    { why: { error: new Refused() } },
    { err: new Error('outer', { cause: new Refused() }) },
    { err: new AggregateError([new Refused()]) },
    { err: Object.assign(new Error('WRONGPASS'), { command: { name: 'auth', args: ['default', 's3cret'] } }) },
    new Refused(),
  ])('blots secrets out wherever they stand: %j', (what) => {
    expect(logged(what).line).not.toContain('s3cret')
  })

  it('says everything else as it is', () => {
    const at = new Date('2026-11-01T10:00:00.000Z')
    const { entry } = logged({ at, n: 1, ok: true, list: ['a', { b: null }], url: new URL('http://core/v1') }, 'hello')
    expect(entry).toMatchObject({
      program: 'test',
      msg: 'hello',
      at: at.toISOString(),
      ...{ n: 1, ok: true, list: ['a', { b: null }], url: 'http://core/v1' },
    })
  })

  it('says of an error of Prisma’s what it is called, and nothing of what was to be written', () => {
    const error = Object.assign(new Error('Invalid `createMany()`: { recipient: "ada@example.com" }'), {
      ...{ name: 'PrismaClientKnownRequestError', code: 'P2002' },
      meta: { driverAdapterError: { cause: { originalCode: '23505', detail: 'Key (email)=(ada@example.com)' } } },
    })
    const { line, entry } = logged({ err: new Error('not told', { cause: error }) }, 'a batch failed')
    expect(line).not.toContain('ada@example.com')
    expect(entry.err).toMatchObject({
      cause: {
        ...{ type: 'PrismaClientKnownRequestError', code: 'P2002', sqlState: '23505' },
        stack: expect.stringMatching(/^ +at .*log\.test\.ts/),
      },
    })
  })

  it('says what an error is, where it was thrown, why, and what it carries', () => {
    const { entry } = logged({ err: new Error('cannot be asked', { cause: new Refused('not you') }) })
    expect(entry.msg).toBe('cannot be asked')
    expect(entry.err).toMatchObject({
      ...{ type: 'Error', message: 'cannot be asked', stack: expect.stringContaining('log.test.ts') },
      cause: {
        ...{ type: 'Refused', message: 'not you', stack: expect.stringContaining('log.test.ts'), status: 401 },
        request: { headers: { Authorization: '[secret]', accept: 'text/html' } },
      },
    })
    expect(logged({ err: new Refused('not you') }).entry.err).toMatchObject({
      type: 'Refused',
      status: 401,
      request: { headers: { Authorization: '[secret]', accept: 'text/html' } },
    })
  })

  it('writes what is within itself, and what cannot be read', () => {
    const around: Record<string, unknown> = { name: 'round' }
    around.self = [around]
    expect(logged({ around }).entry).toMatchObject({ around: { name: 'round', self: ['[within itself]'] } })
    const failed: Error & { holder?: object } = new Error('failed')
    failed.holder = { failed }
    expect(logged({ err: failed }).entry).toMatchObject({ err: { message: 'failed' } })
    const broken = {
      get field(): never {
        throw new Error('no')
      },
    }
    const failing = Object.defineProperty(new Error('failing'), 'field', { enumerable: true, get: () => broken.field })
    const { entry } = logged({ err: failing, request: broken, list: [broken, 1], resellerId: 'aurora' }, 'still said')
    const unwritable = { field: '[unwritable]' }
    expect(entry).toMatchObject({
      ...{ msg: 'still said', resellerId: 'aurora', request: unwritable, list: [unwritable, 1] },
      err: { message: 'failing', stack: expect.stringContaining('log.test.ts'), ...unwritable },
    })
    const closed = new Proxy({}, { ownKeys: () => broken.field })
    expect(logged({ closed, n: 1 }).entry).toMatchObject({ closed: '[unwritable]', n: 1 })
    expect(logged(closed, 'still said').entry).toMatchObject({ msg: 'still said' })
  })

  it('passes bytes over without a look at them', () => {
    const bytes = Buffer.alloc(3_000_000)
    bytes.toJSON = () => {
      throw new Error('makes a list of them')
    }
    const { entry } = logged({ err: Object.assign(new Error('failed'), { bytes, view: new Uint8Array(3) }) })
    expect(entry.err).toMatchObject({ bytes: '[bytes]', view: '[bytes]' })
  })

  it('reads no more of an object than it says', () => {
    let read = 0
    const entry = { enumerable: true, get: () => ++read }
    const many = Object.defineProperties({}, Object.fromEntries(Array.from({ length: 300 }, (_, n) => [n, entry])))
    logged({ many })
    expect(read).toBe(200)
  })

  it('is short, however much somebody hands it', () => {
    const much = (depth: number): object => Object.fromEntries([...Array(9).keys()].map((n) => [n, depth ? much(depth - 1) : n])) // biome-ignore format: one line
    expect(logged({ much: much(4) }).line.length).toBeLessThan(100_000)
  })
})
