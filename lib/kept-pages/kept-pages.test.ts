import { beforeEach, expect, it, vi } from 'vitest'
import type { KeptPage } from './kept-page.ts'
import { KeptPages } from './kept-pages.ts'

let nowMs: number
let pages: KeptPages
beforeEach(() => {
  nowMs = 1_000_000
  pages = new KeptPages({ now: () => nowMs, weightLimit: 10_000 })
})

const pageOf = (bytes: number): KeptPage => ({ headers: [], body: Buffer.alloc(bytes), nonceAt: [0] })
const never = () => Promise.reject(new Error('nobody asked for it'))

it('makes a page at the second visit within a moment, once for all who ask meanwhile, and hands it out from then on', async () => {
  const page = pageOf(100)
  const making = Promise.withResolvers<KeptPage>()
  const make = vi.fn(() => making.promise)
  expect(await pages.ask('home', never)).toBeNull()
  nowMs += 100
  const asked = [pages.ask('home', make), pages.ask('home', make), pages.ask('home', make)]
  making.resolve(page)
  expect(await Promise.all(asked)).toEqual([page, page, page])
  expect(await pages.ask('home', make)).toBe(page)
  expect(make).toHaveBeenCalledOnce()
})

it('has visitors wait a moment for it, counted from when it was asked for, and gives nobody what is old by then', async () => {
  const making = Promise.withResolvers<KeptPage>()
  await pages.ask('home', never)
  expect(await pages.ask('home', () => making.promise), 'after 300 ms of waiting').toBeNull()
  nowMs += 300
  const late = pages.ask('home', never)
  making.resolve(pageOf(100))
  expect(await late, 'at once').toBeNull()
})

it('hands out the old one while a new one is made, and none that is older than a second and a half', async () => {
  const [first, second] = [pageOf(100), pageOf(200)]
  await pages.ask('home', never)
  await pages.ask('home', async () => first)
  const making = Promise.withResolvers<KeptPage>()
  const make = vi.fn(() => making.promise)
  nowMs += 500
  for (let visitor = 0; visitor < 5; visitor += 1) expect(await pages.ask('home', make)).toBe(first)
  expect(make).toHaveBeenCalledOnce()
  making.resolve(second)
  await vi.waitFor(async () => expect(await pages.ask('home', never)).toBe(second))
  nowMs += 1_500
  expect(await pages.ask('home', never)).toBeNull()
})

it('keeps nothing of what may not be kept, and leaves it alone for a while', async () => {
  const make = vi.fn(async () => null)
  for (let visitor = 0; visitor < 5; visitor += 1) expect(await pages.ask('nowhere', make)).toBeNull()
  expect(make).toHaveBeenCalledOnce()
  nowMs += 5_000
  await pages.ask('nowhere', make)
  await pages.ask('nowhere', make)
  expect(make).toHaveBeenCalledTimes(2)
})

it('says why one could not be made, and hands out the old one while it is good', async () => {
  const failed = vi.fn()
  pages = new KeptPages({ now: () => nowMs, failed })
  const page = pageOf(100)
  const reset = new Error('reset')
  await pages.ask('home', never)
  await pages.ask('home', async () => page)
  nowMs += 600
  expect(await pages.ask('home', () => Promise.reject(reset))).toBe(page)
  await vi.waitFor(() => expect(failed).toHaveBeenCalledExactlyOnceWith(reset))
  expect(await pages.ask('home', never)).toBe(page)
  nowMs += 900
  expect(await pages.ask('home', never)).toBeNull()
})

it('makes others after some that could not be, whichever way they failed', async () => {
  const throws = () => {
    throw new Error('at once')
  }
  for (const key of ['a', 'b', 'c', 'd', 'e']) {
    await pages.ask(key, never)
    await pages.ask(key, key < 'c' ? throws : never)
  }
  await pages.ask('home', never)
  expect(await pages.ask('home', async () => pageOf(1))).not.toBeNull()
})

it('takes no older page for a newer one that was asked for after the first was forgotten', async () => {
  const [old, newer] = [Promise.withResolvers<KeptPage>(), pageOf(200)]
  await pages.ask('home', never)
  const first = pages.ask('home', () => old.promise)
  for (let i = 0; i < 20; i += 1) await pages.ask(`somewhere ${i}`, never)
  await pages.ask('home', never)
  expect(await pages.ask('home', async () => newer)).toBe(newer)
  old.resolve(pageOf(100))
  await first
  expect(await pages.ask('home', never)).toBe(newer)
})

it('gives nobody what was made for another address', async () => {
  await pages.ask('aurora', never)
  await pages.ask('aurora', async () => pageOf(100))
  expect(await pages.ask('luna', never)).toBeNull()
})

it('makes two at a time, however many are asked for, and goes on making those anew that it has', async () => {
  const page = pageOf(100)
  await pages.ask('home', never)
  await pages.ask('home', async () => page)
  nowMs += 100
  const make = vi.fn(() => new Promise<never>(() => {}))
  const asked = ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'].map((key) => pages.ask(key, make))
  expect(new Set(await Promise.all(asked))).toEqual(new Set([null]))
  expect(make).toHaveBeenCalledTimes(2)
  nowMs += 400
  const anew = vi.fn(async () => page)
  expect(await pages.ask('home', anew)).toBe(page)
  await vi.waitFor(() => expect(anew).toHaveBeenCalledOnce())
})

it('makes a first one while others are made anew and do not end', async () => {
  for (const key of ['a', 'b']) {
    await pages.ask(key, never)
    await pages.ask(key, async () => pageOf(100))
  }
  nowMs += 500
  for (const key of ['a', 'b']) await pages.ask(key, () => new Promise(() => {}))
  await pages.ask('home', never)
  expect(await pages.ask('home', async () => pageOf(1))).not.toBeNull()
})

it('gives nobody any more what must not be kept now', async () => {
  await pages.ask('home', never)
  await pages.ask('home', async () => pageOf(100))
  nowMs += 500
  await pages.ask('home', async () => null)
  await vi.waitFor(async () => expect(await pages.ask('home', never)).toBeNull())
})

it('is bounded: what was asked for longest ago goes first', async () => {
  const keep = async (key: string) => {
    await pages.ask(key, never)
    await pages.ask(key, async () => pageOf(3_000))
  }
  for (const key of ['a', 'b', 'c']) await keep(key)
  expect(await pages.ask('a', never), 'the first of three').toBeNull()
  expect(await pages.ask('c', never)).not.toBeNull()
  for (let i = 0; i < 1_000; i += 1) void pages.ask(`somewhere ${i}`, never)
  expect(pages.weight).toBeLessThanOrEqual(10_000)
})

it('makes a page anew when it is old, whoever sets the machine’s clock back meanwhile', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-01T10:00:00.000Z'), toFake: ['Date', 'performance'] })
  try {
    const real = new KeptPages()
    const make = vi.fn(async () => pageOf(100))
    await real.ask('home', never)
    await real.ask('home', make)
    vi.advanceTimersByTime(2_000)
    vi.setSystemTime('2026-11-01T09:00:00.000Z')
    expect(await real.ask('home', never), 'too old to be handed out').toBeNull()
    await real.ask('home', make)
    expect(make).toHaveBeenCalledTimes(2)
  } finally {
    vi.useRealTimers()
  }
})
