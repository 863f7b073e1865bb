import { afterEach, beforeEach, expect, test } from 'vitest'
import { tabLock } from './hub.ts'
import type { HeldLock, LockRequest, Locks } from './locks.ts'
import { SoloLocks } from './locks.ts'
import { RealtimeClient } from './realtime-client.ts'
import { BroadcastTabChannel, SoloTabChannel, type TabChannel, type TabMessage } from './tab-channel.ts'
import { FakeTier, fetchWithCookies, TEST_TIMINGS } from './test/fake-tier.ts'
import { MemoryLocks } from './test/memory-locks.ts'

/** A tab's locks, which all fall at its death. */
class TabLocks implements Locks {
  readonly #shared: Locks
  readonly #held: HeldLock[] = []

  constructor(shared: Locks) {
    this.#shared = shared
  }

  async hold(name: string, request?: LockRequest): Promise<HeldLock> {
    const lock = await this.#shared.hold(name, request)
    this.#held.push(lock)
    return lock
  }

  die(): void {
    for (const lock of this.#held) lock.release()
  }
}

/** A way to the other tabs that can stop working in both directions, as that of a frozen or dead tab does. */
class MortalChannel implements TabChannel {
  readonly #channel = new BroadcastTabChannel(tier.endpoint)
  readonly #isDead: () => boolean

  constructor(isDead: () => boolean) {
    this.#isDead = isDead
  }

  post(message: TabMessage): void {
    if (!this.#isDead()) this.#channel.post(message)
  }

  listen(listener: (message: TabMessage) => void): void {
    this.#channel.listen((message) => !this.#isDead() && listener(message))
  }

  close(): void {
    this.#channel.close()
  }
}

let tier: FakeTier
let locks: MemoryLocks
const tabs: RealtimeClient[] = []
beforeEach(async () => {
  tier = await FakeTier.start()
  locks = new MemoryLocks()
})
afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.stop()
  await tier[Symbol.asyncDispose]()
})

const network = { online: true }
const versionsOf = (heard: string[]) => heard.filter((word) => /^\d/.test(word)).map(Number)

/** A tab of the one browser on show `showId`. */
function openTab(showId: string, { together = true, visible = false } = {}) {
  const heard: string[] = []
  const ownLocks = new TabLocks(locks)
  const page = { visible: true, frozen: false, dead: false }
  const doFetch = fetchWithCookies()
  const client = new RealtimeClient({
    endpoint: tier.endpoint,
    sessionUrl: tier.sessionUrl,
    timings: TEST_TIMINGS,
    browser: () => ({
      locks: together ? ownLocks : new SoloLocks(),
      openChannel: () => (together ? new MortalChannel(() => page.dead || page.frozen) : new SoloTabChannel()),
      fetch: doFetch,
      random: Math.random,
      newTabId: () => crypto.randomUUID(),
      isOnline: () => network.online,
      isVisible: () => page.visible && !page.frozen,
    }),
  })
  tabs.push(client)
  const leave = client.follow(`public.show.${showId}`, {
    visible,
    onMessage: (message) => heard.push(String('version' in message.data ? message.data.version : message.event)),
    onReady: ({ resumed }) => heard.push(resumed ? 'resumed' : 'ready'),
    onReset: () => heard.push('reset'),
  })
  client.start()
  return {
    client,
    heard,
    leave,
    page,
    hide: () => {
      page.visible = false
      client.hide()
    },
    show: () => {
      page.visible = true
      client.wake()
    },
    /** The browser kills the tab: no goodbye; its line breaks and its locks fall. */
    die: () => {
      page.dead = true
      client.stop()
      ownLocks.die()
    },
    /** Nothing of the tab runs any more, but it lives: its locks stay. */
    hang: () => {
      page.frozen = true
    },
    live: () => expect.poll(() => [client.status, heard.at(0)]).toEqual(['live', 'ready']),
    hears: (...versions: number[]) => expect.poll(() => versionsOf(heard)).toEqual(versions),
  }
}

test('twelve tabs share one connection and all hear', async () => {
  const twelve = Array.from({ length: 12 }, () => openTab('a'))
  for (const tab of twelve) await tab.live()
  tier.tell('a', 1)
  for (const tab of twelve) await tab.hears(1)
  expect(tier.connects).toHaveLength(1)
})

test('each tab hears only what it follows, and the connection follows what any does', async () => {
  const one = openTab('a')
  await one.live()
  const other = openTab('b')
  await other.live()
  expect(tier.open).toEqual([['public.show.a', 'public.show.b']])
  tier.tell('a', 1)
  tier.tell('b', 2)
  await one.hears(1)
  await other.hears(2)
  other.client.stop()
  await expect.poll(() => tier.open).toEqual([['public.show.a']])
})

test('when the leading tab closes another goes on, and what was said in between arrives once', async () => {
  const leader = openTab('a')
  await leader.live()
  const follower = openTab('a')
  const third = openTab('b')
  await follower.live()
  await third.live()
  tier.tell('a', 1)
  await follower.hears(1)
  leader.client.stop()
  tier.tell('a', 2, { lost: true })
  tier.tell('b', 9, { lost: true })
  await follower.hears(1, 2)
  await third.hears(9)
  await expect.poll(() => follower.heard).toContain('resumed')
  expect(tier.connects[1]?.lastEventId).not.toBeNull()
  expect(tier.open).toHaveLength(1)
})

test('when the leading tab crashes another goes on, once', async () => {
  const leader = openTab('a')
  await leader.live()
  const followers = [openTab('a'), openTab('a')]
  for (const tab of followers) await tab.live()
  tier.tell('a', 1)
  for (const tab of followers) await tab.hears(1)
  leader.die()
  tier.tell('a', 2)
  for (const tab of followers) await tab.hears(1, 2)
  tier.tell('a', 3)
  for (const tab of followers) await tab.hears(1, 2, 3)
  await expect.poll(() => tier.open).toHaveLength(1)
})

test('a tab that dies is no longer followed for', async () => {
  const leader = openTab('a')
  await leader.live()
  const other = openTab('b')
  await other.live()
  other.die()
  await expect.poll(() => tier.open).toEqual([['public.show.a']])
})

test('a leading tab that hangs is pushed aside by a visible one, and yields when it wakes up', async () => {
  const leader = openTab('a')
  await leader.live()
  const follower = openTab('a')
  await follower.live()
  leader.hang()
  await expect.poll(() => tier.connects).toHaveLength(2)
  await expect.poll(() => tier.open).toHaveLength(1)
  tier.tell('a', 1)
  await follower.hears(1)
})

test('a hidden tab does not push the leader aside', async () => {
  const leader = openTab('a')
  await leader.live()
  const follower = openTab('a')
  await follower.live()
  follower.page.visible = false
  leader.hang()
  // Nothing comes after what does not happen: three times as long as a visible one waits.
  await new Promise((resolve) => setTimeout(resolve, 3 * TEST_TIMINGS.leaderAnswerMs))
  expect(tier.connects).toHaveLength(1)
})

test('without locks or a channel each tab has a connection of its own', async () => {
  const two = [openTab('a', { together: false }), openTab('a', { together: false })]
  for (const tab of two) await tab.live()
  expect(tier.open).toHaveLength(2)
  tier.tell('a', 1)
  for (const tab of two) await tab.hears(1)
})

test('a lone tab that comes back from a pause resumes where it was', async () => {
  const tab = openTab('a')
  await tab.live()
  tier.tell('a', 1)
  await tab.hears(1)
  tab.client.stop()
  await expect.poll(() => tier.open).toEqual([])
  tier.tell('a', 2)
  tab.client.start()
  await tab.hears(1, 2)
  expect(tab.heard.filter((word) => /[a-z]/.test(word))).toEqual(['ready', 'resumed'])
})

test('a tab that paused while others went on knows that it may have missed something', async () => {
  const paused = openTab('a')
  await paused.live()
  const other = openTab('a')
  await other.live()
  paused.client.stop()
  tier.tell('a', 1)
  await other.hears(1)
  paused.client.start()
  await expect.poll(() => paused.heard).toEqual(['ready', 'ready'])
})

test('streams come and go with the parts of a page', async () => {
  const tab = openTab('a')
  await tab.live()
  const heard: number[] = []
  const leave = tab.client.follow('public.show.b', {
    onMessage: (message) => 'version' in message.data && heard.push(message.data.version),
  })
  await expect.poll(() => tier.open).toEqual([['public.show.a', 'public.show.b']])
  tier.tell('b', 1)
  await expect.poll(() => heard).toEqual([1])
  leave()
  tab.leave()
  await expect.poll(() => tier.open).toEqual([])
})

test('a reset reaches every tab that follows the stream', async () => {
  const two = [openTab('a'), openTab('a')]
  for (const tab of two) await tab.live()
  tier.write(`event: reset\ndata: ${JSON.stringify({ at: new Date(), streams: ['public.show.a'] })}\n\n`)
  for (const tab of two) await expect.poll(() => tab.heard).toContain('reset')
})

test('says how things stand in every tab: polling when the tier is gone, live when it is back', async () => {
  const two = [openTab('a'), openTab('a')]
  for (const tab of two) await tab.live()
  tier.always((response) => response.writeHead(503).end())
  tier.drop()
  for (const tab of two) await expect.poll(() => tab.client.status).toBe('polling')
  network.online = false
  for (const tab of two) {
    tab.client.wake()
    await expect.poll(() => tab.client.status).toBe('offline')
  }
  network.online = true
  tier.always(undefined)
  for (const tab of two) await expect.poll(() => tab.client.status).toBe('live')
})

test('learns the time of the server from what it says', async () => {
  const leader = openTab('a')
  await leader.live()
  const follower = openTab('a')
  await follower.live()
  const at = new Date(Date.now() + 3_600_000).toISOString()
  tier.say('public.show.a', 'show.updated', {
    stream: 'public.show.a',
    at,
    showId: 'a',
    from: 0,
    version: 1,
    changed: [],
  })
  for (const tab of [leader, follower])
    await expect.poll(() => tab.client.clock.now()).toBeGreaterThan(Date.now() + 3_590_000)
})

const sees = (...streams: string[]) =>
  expect.poll(() => tier.visible).toEqual([streams.map((one) => `public.show.${one}`)])

test('a show is visible while any tab that shows it is looked at', async () => {
  const leader = openTab('a', { visible: true })
  await leader.live()
  await sees('a')
  const other = openTab('a', { visible: true })
  await other.live()
  leader.hide()
  await other.live()
  await sees('a')
  other.hide()
  await sees()
  expect(tier.open).toEqual([['public.show.a']])
  other.show()
  await sees('a')
  other.hide()
  leader.show()
  await sees('a')
  expect(tier.connects).toHaveLength(1)
})

test('two shows are visible when two tabs are looked at', async () => {
  const leader = openTab('a', { visible: true })
  await leader.live()
  const other = openTab('b', { visible: true })
  await other.live()
  await sees('a', 'b')
  leader.hide()
  await sees('b')
})

test('a show that is followed and not shown is not visible', async () => {
  const leader = openTab('a')
  await leader.live()
  const other = openTab('b', { visible: true })
  await other.live()
  await sees('b')
  expect(tier.connects[0]?.visible).toEqual([])
})

test('a show is not visible any more when its tab closes, dies or goes elsewhere', async () => {
  const leader = openTab('a')
  await leader.live()
  const [closing, dying, leaving] = ['b', 'c', 'd'].map((showId) => openTab(showId, { visible: true }))
  await sees('b', 'c', 'd')
  closing?.client.stop()
  await sees('c', 'd')
  dying?.die()
  await sees('d')
  leaving?.leave()
  await sees()
})

test('what is visible is known from the first moment of the next connection', async () => {
  const leader = openTab('a', { visible: true })
  await leader.live()
  await sees('a')
  tier.drop()
  await expect.poll(() => tier.connects).toHaveLength(2)
  expect(tier.connects[1]?.visible).toEqual(['public.show.a'])
})

test('a tab of an older build, which does not say what is visible, is followed for and counts for nothing', async () => {
  const leader = openTab('a', { visible: true })
  await leader.live()
  await locks.hold(tabLock('old'))
  const old = new BroadcastTabChannel(tier.endpoint)
  old.post({ kind: 'want', tab: 'old', streams: ['public.show.b'] })
  await expect.poll(() => tier.open).toEqual([['public.show.a', 'public.show.b']])
  await sees('a')
  old.close()
})

test('a name that is no stream is a fault of the program', () => {
  expect(() => openTab('a.b')).toThrow('is not the name of a stream')
})
