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

it('has visitors wait a moment for it, no longer', async () => {
  await pages.ask('home', never)
  expect(await pages.ask('home', () => new Promise(() => {}))).toBeNull()
})

it('hands out the old one while a new one is made, and none that is older than a second and a half', async () => {
  const [first, second] = [pageOf(100), pageOf(200)]
  await pages.ask('home', never)
  await pages.ask('home', async () => first)
  const making = Promise.withResolvers<KeptPage>()
  const make = vi.fn(() => making.promise)
  nowMs += 500
  for (let visitor = 0; visitor < 5; visitor += 1) expect(await pages.ask('home', make)).toBe(first)
  nowMs += 1_000
  expect(await pages.ask('home', make), 'nobody has asked for a second').toBeNull()
  nowMs += 100
  const asked = pages.ask('home', make)
  making.resolve(second)
  expect(await asked).toBe(second)
  expect(make).toHaveBeenCalledOnce()
})

it('keeps nothing of what may not be kept, or could not be made', async () => {
  for (const make of [async () => null, never]) {
    await pages.ask('home', make)
    expect(await pages.ask('home', make)).toBeNull()
    expect(await pages.ask('home', make)).toBeNull()
  }
})

it('gives nobody what was made for another address', async () => {
  await pages.ask('aurora', never)
  await pages.ask('aurora', async () => pageOf(100))
  expect(await pages.ask('luna', never)).toBeNull()
})

it('makes two at a time, however many are asked for', async () => {
  const make = vi.fn(() => new Promise<never>(() => {}))
  const asked = ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'].map((key) => pages.ask(key, make))
  expect(make).toHaveBeenCalledTimes(2)
  expect(new Set(await Promise.all(asked))).toEqual(new Set([null]))
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
