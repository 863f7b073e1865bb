import type { Socket } from 'node:net'
import { AddressLimit } from './address-limit.ts'
import { addressKey, clientAddress, plainAddress, trustedProxies } from './client-address.ts'
import type { Front } from './front.ts'

/** Lets every address in as often as its share allows, and knows who is asking. */
export class Gate {
  readonly #isTrusted: (address: string) => boolean
  readonly #limit: AddressLimit

  constructor(options: { maxPerAddress: number; trustedProxies: readonly string[] }) {
    this.#isTrusted = trustedProxies(options.trustedProxies)
    this.#limit = new AddressLimit(options.maxPerAddress)
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

  /** A request was read. @returns the client's address, or null when it has its share already */
  admitClient(front: Front, forwardedFor: string | undefined): string | null {
    if (!this.#isTrusted(front.peer)) return front.peer
    const client = clientAddress(front.peer, forwardedFor, true)
    return this.#enter(client, (gone) => front.onceGone(gone)) ? client : null
  }

  #enter(address: string, whenGone: (gone: () => void) => void): boolean {
    const key = addressKey(address)
    if (!this.#limit.enter(key)) return false
    whenGone(() => this.#limit.leave(key))
    return true
  }
}
