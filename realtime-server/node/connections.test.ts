import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Identity } from '#contracts/stream.ts'
import type { Hub } from '../hub/hub.ts'
import type { Wire } from '../hub/wire.ts'
import { Connections } from './connections.ts'
import { createNodeMetrics } from './node-metrics.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000

/** A wire that notes when it was told what, in seconds. */
class TimedWire implements Wire {
  readonly heartbeats: number[] = []
  closed: { afterS: number; retryMs: number } | null = null
  readonly bufferedBytes = 0
  send(): void {}
  sendOwn(): void {}
  heartbeat(): void {
    this.heartbeats.push(seconds())
  }
  close({ retryMs }: { retryMs: number }): void {
    this.closed = { afterS: seconds(), retryMs }
  }
}

let startMs: number
const seconds = () => (Date.now() - startMs) / SECOND_MS

let connections: Connections
beforeEach(() => {
  vi.useFakeTimers()
  startMs = Date.now()
  const hub = { join: async () => {}, leave: () => {} } as unknown as Hub
  const start = { epoch: 'e', ms: 0, seq: 0 }
  const membership = () => ({ id: 'n1', confirmed: start, now: () => start })
  connections = new Connections({ hub, limit: 1_000, metrics: createNodeMetrics(new Registry()), membership })
})
afterEach(() => {
  connections[Symbol.dispose]()
  vi.useRealTimers()
})

function open(identity: Identity | null = null): TimedWire {
  const wire = new TimedWire()
  connections.open(identity, () => wire)
  return wire
}
const until = (endS: number): Identity => ({
  ...{ resellerId: 'aurora', customerRef: 'customer-ana-000', sid: 's', roles: [] },
  expiresAtMs: startMs + endS * SECOND_MS,
})
const gaps = (times: readonly number[]) => times.map((time, i) => time - (times[i - 1] ?? 0))

describe('an open connection', () => {
  test('is sent a comment every 20 to 25 seconds, so that nothing on the way takes it for dead', () => {
    const wires = Array.from({ length: 20 }, () => open())
    vi.advanceTimersByTime(10 * MINUTE_MS)
    for (const { heartbeats } of wires) {
      expect(heartbeats.length).toBeGreaterThanOrEqual(22)
      for (const gap of gaps(heartbeats)) {
        expect(gap).toBeGreaterThanOrEqual(20)
        expect(gap).toBeLessThanOrEqual(27)
      }
    }
    expect(new Set(wires.map(({ heartbeats }) => heartbeats[0])).size).toBeGreaterThan(2)
  })

  test('ends when it is old, each at its own time, and its client comes back at once', () => {
    const wires = Array.from({ length: 50 }, () => open())
    vi.advanceTimersByTime(23 * MINUTE_MS)
    expect(wires.filter(({ closed }) => closed)).toEqual([])
    vi.advanceTimersByTime(14 * MINUTE_MS)
    const ends = wires.map(({ closed }) => closed?.afterS ?? Number.NaN)
    expect(Math.max(...ends) - Math.min(...ends)).toBeGreaterThan(5 * 60)
    for (const { closed } of wires) expect(closed?.retryMs).toBe(0)
    expect(connections.size).toBe(0)
  })

  test('ends within two seconds of its rights, whenever that is', () => {
    const wires = [1, 19, 21, 70, 599].map((endS) => [endS, open(until(endS))] as const)
    vi.advanceTimersByTime(11 * MINUTE_MS)
    for (const [endS, { closed }] of wires) {
      expect(closed?.afterS).toBeGreaterThanOrEqual(endS)
      expect(closed?.afterS).toBeLessThanOrEqual(endS + 2)
    }
  })

  test.each([-3_600_000, 3_600_000])('goes on as it would where the time of day is set by %i ms', (byMs) => {
    const wires = Array.from({ length: 20 }, () => open())
    const known = open(until(70))
    vi.advanceTimersByTime(30 * SECOND_MS)
    vi.setSystemTime(Date.now() + byMs)
    vi.advanceTimersByTime(42 * SECOND_MS)
    for (const { heartbeats, closed } of wires) expect([closed, heartbeats.length >= 2]).toEqual([null, true])
    expect(known.closed).not.toBeNull()
    expect(known.heartbeats.length).toBeGreaterThanOrEqual(2)
    vi.advanceTimersByTime(37 * MINUTE_MS)
    expect(connections.size).toBe(0)
  })

  test('whose rights were renewed ends with the new ones', () => {
    const wire = new TimedWire()
    const connection = connections.open(until(30), () => wire)
    vi.advanceTimersByTime(25 * SECOND_MS)
    connection.extend(until(120))
    connections.reschedule(connection)
    vi.advanceTimersByTime(60 * SECOND_MS)
    expect(wire.closed).toBeNull()
    vi.advanceTimersByTime(40 * SECOND_MS)
    expect(wire.closed?.afterS).toBeLessThanOrEqual(122)
  })
})

describe('all connections', () => {
  test('end at once when the node does, and come back at different times', () => {
    const wires = Array.from({ length: 20 }, () => open())
    connections[Symbol.dispose]()
    for (const { closed } of wires) expect(closed?.afterS).toBe(0)
    expect(new Set(wires.map(({ closed }) => closed?.retryMs)).size).toBeGreaterThan(10)
  })

  test('are all that come, once the door is closed, and nobody has to go', () => {
    open()
    connections.closeDoor()
    expect([connections.full, connections.size]).toEqual([true, 1])
  })

  test('end one by one when the node drains, and no more are taken', async () => {
    const wires = Array.from({ length: 40 }, () => open())
    const drained = connections.drain(10_000)
    expect(connections.full).toBe(true)
    await vi.advanceTimersByTimeAsync(10_000)
    await drained
    const ends = wires.map(({ closed }) => closed?.afterS ?? Number.NaN)
    expect(Math.max(...ends) - Math.min(...ends)).toBeGreaterThan(5)
    for (const { closed } of wires) expect(closed?.retryMs).toBe(0)
  })
})
