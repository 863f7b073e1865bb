import { setTimeout as pause } from 'node:timers/promises'
import { Delays } from '../delays.ts'
import type { HerdViewer } from './herd-viewer.ts'
import { MarqueeViewer } from './marquee-viewer.ts'
import { HerdOptions, HerdOrder, type HerdReport } from './orders.ts'
import { PageReader } from './page-reader.ts'
import { SocketIoViewer } from './socket-io-viewer.ts'

/* `node bench/herd/main.ts <options as JSON>`: thousands of viewers in one process, told what to do over IPC. */

/** Handshakes under way at once: below the kernel's queue, so that none is retried. */
const AT_ONCE = 100

const options = HerdOptions.parse(JSON.parse(process.argv[2] ?? ''))
const { count, messages } = options
/** When each viewer got each message; 0 for not. */
const heardAtMs = new Float64Array(count * (messages + 1))
const absences: [number, number | null][] = []
let doubled = 0
let pageReads = 0
const now = (): number => performance.timeOrigin + performance.now()

const viewers = Array.from({ length: count }, (_, i) => makeViewer(i))
const stop = new AbortController()
let lives: Promise<void>[] = []

process.on('disconnect', () => process.exit(0))
process.on('message', (message) => {
  void obey(HerdOrder.parse(message)).then((answer) => process.send?.(answer))
})

function makeViewer(index: number): HerdViewer {
  let absence: [number, number | null] | null = null
  const page = options.page && new PageReader(options.page, () => (pageReads += 1))
  const happenings = {
    hear(n: number) {
      const at = index * (messages + 1) + n
      if (n > messages) return
      if (heardAtMs[at]) doubled += 1
      else heardAtMs[at] = now()
    },
    gone() {
      absence = [now(), null]
      absences.push(absence)
      page?.gone()
    },
    back() {
      if (absence) absence[1] = now()
      page?.back()
    },
    reset() {
      page?.reset()
    },
  }
  const { kind, url, localAddress, show } = options
  return kind === 'marquee'
    ? new MarqueeViewer(url, localAddress, show, happenings)
    : new SocketIoViewer(url, localAddress, happenings)
}

async function obey(order: HerdOrder): Promise<HerdReport | Record<string, never>> {
  switch (order.do) {
    case 'gather':
      for (let from = 0; from < count; from += AT_ONCE) {
        await Promise.all(viewers.slice(from, from + AT_ONCE).map((viewer) => viewer.connect()))
      }
      return {}
    case 'cut':
      lives = viewers.map((viewer) => liveWithCuts(viewer, order))
      return {}
    case 'storm':
      for (const viewer of viewers) viewer.cut()
      await Promise.all(viewers.map((viewer) => comeBack(viewer, order.withinMs)))
      return {}
    case 'mend':
      stop.abort()
      await Promise.all(lives)
      return {}
    case 'report':
      return report(order.publishedAtMs)
  }
}

async function comeBack(viewer: HerdViewer, withinMs: number): Promise<void> {
  await pause(Math.random() * withinMs)
  await viewer.connect()
}

async function liveWithCuts(viewer: HerdViewer, cut: { everyMs: number; offlineMs: number }): Promise<void> {
  const wait = (ms: number) => pause(ms, undefined, { signal: stop.signal }).catch(() => {})
  await wait(Math.random() * cut.everyMs)
  while (!stop.signal.aborted) {
    viewer.cut()
    await wait(cut.offlineMs)
    await viewer.connect()
    await wait(cut.everyMs - cut.offlineMs)
  }
}

function report(publishedAtMs: readonly number[]): HerdReport {
  const delays = new Delays()
  let seen = 0
  for (const [at, heard] of heardAtMs.entries()) {
    const published = publishedAtMs[at % (messages + 1)] ?? 0
    if (heard === 0 || published === 0) continue
    seen += 1
    delays.note(heard - published)
  }
  const resets = viewers.reduce((sum, viewer) => sum + viewer.resets, 0)
  return { seen, doubled, resets, pageReads, delays: [...delays.counts], absences }
}
