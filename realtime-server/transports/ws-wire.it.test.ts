import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { makeFrame } from '../frame.ts'
import { clientFrame, OPCODE, RawWebSocket } from '../test/raw-websocket.ts'
import { WsWire } from './ws-wire.ts'

/** A wire and its peer, with nobody who decides anything behind it. */
async function join() {
  const resources = new AsyncDisposableStack()
  const server = createServer()
  const sockets = new WebSocketServer({ noServer: true, clientTracking: false })
  const made = new Promise<WsWire>((resolve) => {
    server.on('upgrade', (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (ws) => {
        const wire = new WsWire(ws, socket as Socket, 1_234.6)
        ws.on('pong', () => wire.heard())
        ws.on('error', () => {})
        resolve(wire)
      }),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  resources.defer(() => void server.close())
  const address = server.address()
  const peer = resources.use(await RawWebSocket.ask(`http://127.0.0.1:${typeof address === 'object' && address?.port}`))
  return { wire: await made, peer, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

const pings = (peer: RawWebSocket) => peer.frames.filter(({ first }) => first === (0x80 | OPCODE.ping)).length

describe('a heartbeat', () => {
  test('is a ping, and goes on as long as it is answered', async () => {
    await using joined = await join()
    const { wire, peer } = joined
    for (let beat = 1; beat <= 3; beat += 1) {
      const heard = once(peer.socket, 'data')
      wire.heartbeat()
      await heard
      await peer.untilThat(() => pings(peer) === beat)
      const noted = new Promise<void>((resolve) => {
        const { heard: note } = wire
        wire.heard = () => {
          note.call(wire)
          resolve()
        }
      })
      peer.socket.write(clientFrame(0x80 | OPCODE.pong))
      await noted
    }
  })

  test('ends a peer that has not answered the last one', async () => {
    await using joined = await join()
    const { wire, peer } = joined
    wire.heartbeat()
    await peer.untilThat(() => pings(peer) === 1)
    wire.heartbeat()
    await peer.closed()
    expect(pings(peer)).toBe(1)
  })
})

describe('whole frames of ours among the control frames of ws', () => {
  test('arrive whole, in order, while the peer pings and reads slowly', async () => {
    await using joined = await join()
    const { wire, peer } = joined
    const texts = Array.from({ length: 200 }, (_, n) => randomBytes(n * 100).toString('hex'))
    const cursor = { epoch: 'e', ms: 1, seq: 1 }
    for (const [n, text] of texts.entries()) {
      peer.socket.write(clientFrame(0x80 | OPCODE.ping, `${n}`))
      if (n % 20 === 0) peer.socket.pause()
      if (n % 20 === 10) peer.socket.resume()
      wire.send([makeFrame({ cursor, event: 'x', data: JSON.stringify({ text }) })])
      await new Promise((turn) => setImmediate(turn))
    }
    peer.socket.resume()
    await peer.untilThat(() => peer.frames.length === 1 + 2 * texts.length)
    const [retry, ...rest] = peer.frames
    expect(JSON.parse(`${retry?.payload}`)).toEqual({ event: 'retry', retryMs: 1_235 })
    const messages = rest
      .filter(({ first }) => first === 0x81)
      .map(({ payload }) => JSON.parse(payload.toString()).text)
    const pongs = rest.filter(({ first }) => first === 0x8a).map(({ payload }) => payload.toString())
    expect(messages).toEqual(texts)
    expect(pongs).toEqual(texts.map((_, n) => `${n}`))
  })

  test('never follow a close frame, whoever sent it', async () => {
    await using joined = await join()
    const { wire, peer } = joined
    wire.close({ reason: 'rotated', retryMs: 0, atOnce: false })
    wire.sendOwn('reset', { streams: ['public.show.1'] })
    wire.heartbeat()
    await peer.untilThat(() => peer.closeCode !== null)
    peer.socket.write(clientFrame(0x80 | OPCODE.close, Buffer.from([3, 233])))
    await peer.closed()
    expect(peer.closeCode).toBe(1001)
    expect(peer.frames.at(-1)?.first).toBe(0x88)
    expect(peer.frames.at(-2)?.payload.toString()).toBe('{"event":"retry","retryMs":0}')
  })
})
