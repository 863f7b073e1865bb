import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NodeSocket } from './node-socket.ts'
import { Tunnel } from './tunnel.ts'

/** A socket whose peer takes a piece only when it is told to. */
class HeldSocket extends Duplex {
  readonly sent: string[] = []
  #taken: (() => void)[] = []

  constructor() {
    super({ highWaterMark: 10 })
  }

  takeOne(): void {
    this.#taken.shift()?.()
  }

  destroySoon(): void {
    this.once('finish', () => this.destroy())
    this.end()
  }

  override _read(): void {}

  override _write(bytes: Buffer, _encoding: BufferEncoding, taken: () => void): void {
    this.sent.push(bytes.toString())
    this.#taken.push(taken)
  }
}

function join() {
  const viewer = new HeldSocket()
  const socket = new HeldSocket()
  const node = { socket: socket as Duplex as Socket, take: () => true } as Pick<
    NodeSocket,
    'socket' | 'take'
  > as NodeSocket
  const closed = vi.fn()
  const tunnel = new Tunnel(viewer as Duplex as Socket, { node, first: Buffer.from('head') }, closed)
  return { tunnel, viewer, socket, node, closed }
}

const turn = () => new Promise((next) => setImmediate(next))

describe('a tunnel to a viewer that is slow', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  it('makes the node wait once the viewer has enough, and reads on when that is gone', async () => {
    const { viewer, socket, node } = join()
    const resume = vi.spyOn(socket, 'resume')
    expect(node.take(Buffer.from('1234'))).toBe(true)
    expect(node.take(Buffer.from('5678'))).toBe(false)
    for (const _ of ['head', '1234', '5678']) {
      expect(resume).not.toHaveBeenCalled()
      viewer.takeOne()
      await turn()
    }
    expect(resume).toHaveBeenCalledOnce()
    expect(viewer.sent.join('')).toBe('head12345678')
  })

  it('sends what was accepted when the node has gone, and closes then', async () => {
    const { viewer, socket, node, closed } = join()
    node.take(Buffer.from('last'))
    socket.destroy()
    await turn()
    expect(viewer.destroyed).toBe(false)
    viewer.takeOne()
    await turn()
    viewer.takeOne()
    await turn()
    expect([viewer.sent.join(''), viewer.destroyed]).toEqual(['headlast', true])
    expect(closed).toHaveBeenCalledOnce()
  })

  it('cuts it when it takes nothing for half a minute', async () => {
    const { viewer, socket, node } = join()
    node.take(Buffer.from('more than enough'))
    vi.advanceTimersByTime(29_999)
    expect(viewer.destroyed).toBe(false)
    vi.advanceTimersByTime(1)
    await turn()
    expect([viewer.destroyed, socket.destroyed]).toEqual([true, true])
  })

  it('does not cut one that took it all meanwhile', async () => {
    const { viewer, node } = join()
    node.take(Buffer.from('more than enough'))
    viewer.takeOne()
    await turn()
    viewer.takeOne()
    await turn()
    vi.advanceTimersByTime(60_000)
    expect(viewer.destroyed).toBe(false)
  })

  it('cuts it when the balancer stops and it does not take the rest', async () => {
    const { tunnel, viewer, closed } = join()
    tunnel.close()
    await turn()
    expect(viewer.destroyed).toBe(false)
    vi.advanceTimersByTime(30_000)
    await turn()
    expect(closed).toHaveBeenCalledOnce()
  })
})
