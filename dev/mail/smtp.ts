import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { Mailbox } from './mailbox.ts'

/** What the stand-in does with a mail: takes it, says "later" or "never", or takes it and then hangs up without saying so. */
export type Mood = 'takes' | 'later' | 'never' | 'takes and hangs up'

export interface StandInSmtp extends AsyncDisposable {
  readonly port: number
  mood: Mood
}

/** A mail server that takes everything for everybody and sends nothing on. @param port 0 for any */
export async function listenSmtp(mailbox: Mailbox, port: number, host = '127.0.0.1'): Promise<StandInSmtp> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, session, callback) {
      const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase())
      void buffer(stream).then(async (raw) => {
        const refusal = REFUSALS[standIn.mood]
        if (refusal) return callback(Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
        await mailbox.receive(raw, to)
        if (standIn.mood === 'takes') return callback()
        for (const connection of (server as unknown as { connections: Set<Connection> }).connections)
          connection._socket.destroy()
      }, callback)
    },
  })
  server.on('error', () => {}) // a client that hangs up is the client's business
  server.listen(port, host)
  await once(server.server, 'listening')
  const standIn = {
    port: (server.server.address() as AddressInfo).port,
    mood: 'takes' as Mood,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.close(closed)
      }),
  }
  return standIn
}

interface Connection {
  readonly _socket: { destroy(): void }
}

const REFUSALS: Partial<Record<Mood, { code: number; text: string }>> = {
  later: { code: 451, text: 'come back later' },
  never: { code: 550, text: 'nobody of that name here' },
}
