import { expect, it, vi } from 'vitest'
import { LateClient } from './late-client.ts'
import type { RealtimeClient } from './realtime-client.ts'
import { ServerClock } from './server-clock.ts'

/** What a late client asks of the one that it waits for, in order. */
function recorded() {
  const asked: string[] = []
  const listeners: (() => void)[] = []
  const client = {
    status: 'connecting',
    start: () => asked.push('start'),
    stop: () => asked.push('stop'),
    wake: () => asked.push('wake'),
    hide: () => asked.push('hide'),
    onStatus: (listener: () => void) => listeners.push(listener),
    follow: (stream: string) => {
      asked.push(`follow ${stream}`)
      return () => asked.push(`leave ${stream}`)
    },
  }
  return {
    asked,
    client,
    tell: () => {
      for (const listener of listeners) listener()
    },
  }
}

const handlers = { onMessage: () => {} }
const settled = () => new Promise<void>((done) => setImmediate(done))

function late(load: () => Promise<unknown>) {
  return new LateClient(new ServerClock(), load as () => Promise<RealtimeClient>)
}

it('brings nothing before it is started, and follows then what was asked for meanwhile', async () => {
  const { asked, client } = recorded()
  const load = vi.fn(async () => client)
  const page = late(load)
  page.follow('public.show.a', handlers)
  page.follow('public.show.b', handlers)()
  expect(load).not.toHaveBeenCalled()
  page.start()
  page.start()
  await settled()
  expect(load).toHaveBeenCalledTimes(1)
  expect(asked).toEqual(['follow public.show.a', 'start'])
})

it('leaves what was asked for before, and takes over everything after', async () => {
  const { asked, client } = recorded()
  const page = late(async () => client)
  const leave = page.follow('public.show.a', handlers)
  page.start()
  await settled()
  leave()
  page.follow('private.order', handlers)()
  page.wake()
  page.hide()
  page.stop()
  const rest = ['leave public.show.a', 'follow private.order', 'leave private.order', 'wake', 'hide', 'stop']
  expect(asked.slice(2)).toEqual(rest)
})

it('does not start what was stopped while it was on its way', async () => {
  const { asked, client } = recorded()
  const page = late(async () => client)
  page.start()
  page.stop()
  await settled()
  expect(asked).toEqual([])
})

it('tells of the status that came with it, and of every change', async () => {
  const { client, tell } = recorded()
  client.status = 'live'
  const page = late(async () => client)
  const heard: string[] = []
  page.onStatus(() => heard.push(page.status))
  page.start()
  await settled()
  client.status = 'offline'
  tell()
  expect(heard).toEqual(['live', 'offline'])
})

it('lets pages ask by themselves while it cannot be had, and tries again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  try {
    const { client } = recorded()
    let there = false
    const page = late(async () => {
      if (!there) throw new Error('the network is away')
      return client
    })
    page.start()
    await settled()
    expect(page.status).toBe('polling')
    there = true
    vi.advanceTimersByTime(5_000)
    await settled()
    expect(page.status).toBe('connecting')
  } finally {
    vi.useRealTimers()
  }
})

it('comes once, also when the page starts again before a file that did not come is asked for again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const { asked, client } = recorded()
    const load = vi.fn(async () => client).mockRejectedValueOnce(new Error('the network is away'))
    const page = late(load)
    page.start()
    await settled()
    page.stop()
    page.start()
    await settled()
    vi.advanceTimersByTime(5_000)
    await settled()
    expect(load).toHaveBeenCalledTimes(2)
    expect(asked).toEqual(['start'])
  } finally {
    vi.useRealTimers()
  }
})

it('refuses a name that is no stream’s at once', () => {
  expect(() => late(async () => ({})).follow('nonsense', handlers)).toThrow('is not the name of a stream')
})
