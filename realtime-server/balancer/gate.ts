import type { IncomingHttpHeaders } from 'node:http'
import type { Socket } from 'node:net'
import { clientNetwork } from '#platform/client-network.ts'
import { CountedShares } from '../limits/counted-shares.ts'
import { clientAddress, clientScheme, plainAddress, type Scheme, trustedProxies } from './client-address.ts'
import { ConnectRate } from './connect-rate.ts'
import type { Front } from './front.ts'

/** Who is asking and how, or why they may not: `share`, the address holds as much as it may · `rate`, it asks too often. */
export type Admission =
  | { readonly client: string; readonly scheme: Scheme }
  | { readonly client: null; readonly over: 'share' | 'rate' }

/** Lets every address hold its share of connections and ask so often, and knows who is asking. */
export class Gate {
  readonly #isTrusted: (address: string) => boolean
  readonly #shares: CountedShares
  readonly #rate: ConnectRate

  constructor(options: { maxPerAddress: number; connectsPerAddress: number; trustedProxies: readonly string[] }) {
    this.#isTrusted = trustedProxies(options.trustedProxies)
    this.#shares = new CountedShares(options.maxPerAddress)
    this.#rate = new ConnectRate(options.connectsPerAddress)
  }

  /**
   * A socket was accepted. A trusted proxy's sockets are its clients', who are counted once a request names them.
   * @returns the peer's address, or null when it has its share already
   */
  admitPeer(socket: Socket): string | null {
    const peer = plainAddress(socket.remoteAddress ?? '')
    if (peer === '') return null // gone before anybody looked
    if (this.#isTrusted(peer)) return peer
    return this.#enter(peer, (gone) => socket.once('close', gone)) ? peer : null
  }

  /**
   * A request was read. The rate is asked about here and not when the socket came, so that an office that is over it is
   * answered and told when to come again.
   */
  admitClient(front: Front, headers: IncomingHttpHeaders): Admission {
    const trusted = this.#isTrusted(front.peer)
    const client = clientAddress(front.peer, headers['x-forwarded-for']?.toString(), trusted)
    if (!this.#rate.take(clientNetwork(client), performance.now())) return { client: null, over: 'rate' }
    const held = !trusted || this.#enter(client, (gone) => front.onceGone(gone))
    if (!held) return { client: null, over: 'share' }
    return { client, scheme: clientScheme(headers['x-forwarded-proto']?.toString(), trusted) }
  }

  #enter(address: string, whenGone: (gone: () => void) => void): boolean {
    const key = clientNetwork(address)
    if (this.#shares.isFull(key)) return false
    whenGone(this.#shares.enter(key))
    return true
  }
}
