import type { Delivery } from '#contracts/delivery.ts'
import type { Log } from '#platform/log.ts'
import type { NodeAddress, Recipients } from '../registry/registry.ts'

/*
 * The last hop: from dispatchers to nodes. A bus carries messages whose place in history is settled, so it may repeat
 * them, and it may lose them where it says so; nodes drop copies and read history where one is missing.
 */

/** A message, with its place in history if it is a stream's, before anybody has said which nodes it is for. */
export type Message = Unaddressed<Delivery>

/** Of each kind of delivery by itself, so that `to` still tells them apart. */
export type Unaddressed<D extends Delivery> = D extends Delivery ? Omit<D, 'nodes'> : never

/** A message and the nodes that must hear it. */
export interface Addressed {
  readonly message: Message
  readonly recipients: Recipients
}

/** The dispatcher's end of the last hop. */
export interface DeliveryWriter extends AsyncDisposable {
  /**
   * Hands over all of them, in order per stream and node, or fails. Sending again is harmless: nodes drop what they have
   * passed.
   * @returns how many records that took: it grows with slots or nodes involved, never with viewers
   */
  send(deliveries: readonly Addressed[]): Promise<number>
}

/** A node's end of the last hop. */
export interface DeliveryReader extends AsyncDisposable {
  /** How many slots there are for nodes to share; 1 where each node is reached by its id. */
  slots(): Promise<number>
  /** Starts reading. Resolves when a probe sent to the address was read back: from then on nothing is missed unsaid. */
  open(address: NodeAddress, on: DeliveryListener): Promise<void>
  /** The node goes on under another id. From when this resolves, what is sent to that id is heard. */
  rename(node: string): Promise<void>
  /** Milliseconds since the last proof (a probe or a delivery) that the address is heard. */
  silentMs(): number
}

export interface DeliveryListener {
  /** Called in order of each stream. Must not throw. */
  delivery(delivery: Delivery): void
  /** Some deliveries may have been missed: whoever listens must catch up from history. */
  gap(): void
}

/** What a bus promises beyond the port, for whoever chooses one and for the suite. Nodes go by what their readers tell. */
export interface Guarantees {
  /** What is sent while a reader is cut off is heard when it is back. Otherwise the reader tells of a gap. */
  readonly retains: boolean
}

/** What opening an end of a bus needs. Whatever is opened beside it goes onto `resources`. */
export interface Opening {
  /** The program's, new at every start. */
  readonly id: string
  readonly log: Log
  readonly resources: AsyncDisposableStack
}

/** One kind of last hop. */
export interface Bus<Config> {
  readonly guarantees: Guarantees
  openWriter(config: Config, opening: Opening): Promise<DeliveryWriter>
  openReader(config: Config, opening: Opening): Promise<DeliveryReader>
}
