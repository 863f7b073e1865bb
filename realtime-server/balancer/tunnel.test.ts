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

function join(first = 'head') {
  const viewer = new HeldSocket()
  const socket = new HeldSocket()
  const node = { socket: socket as Duplex as Socket, take: () => true } as Pick<
    NodeSocket,
    'socket' | 'take'
  > as NodeSocket
  const closed = vi.fn()
  const tunnel = new Tunnel(viewer as Duplex as Socket, { node, first: Buffer.from(first) }, closed)
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

describe('what a viewer sends', () => {
  const switched = 'HTTP/1.1 101 Switching Protocols\r\n\r\n'

  it('goes to a node that has agreed to another protocol, and waits when the node is slow', async () => {
    const { viewer, socket } = join(switched)
    const resume = vi.spyOn(viewer, 'resume')
    viewer.push('a frame of more than ten bytes')
    await turn()
    expect(viewer.isPaused()).toBe(true)
    socket.takeOne()
    await turn()
    expect(resume).toHaveBeenCalledOnce()
    viewer.push('another')
    await turn()
    socket.takeOne()
    expect(socket.sent).toEqual(['a frame of more than ten bytes', 'another'])
  })

  it.each([
    'HTTP/1.1 200 OK\r\n',
    'HTTP/1.1 400 Bad Request\r\n',
    'HTTP/1.1 1010 x\r\n',
    'HTTP/1.1 10',
    'HTTP/1.0 101 x\r\n',
    '',
  ])('ends it when the node has not: %j', async (first) => {
    const { viewer, socket } = join(first)
    viewer.push('GET / HTTP/1.1')
    await turn()
    expect([viewer.destroyed, socket.sent]).toEqual([true, []])
  })
})
