import type { Delivery } from '#contracts/delivery.ts'

/** A delivery and the slot it goes to. */
export interface Addressed {
  readonly slot: number
  readonly delivery: Delivery
}

/** The dispatcher's end of the last hop. */
export interface DeliveryWriter extends AsyncDisposable {
  /** How many slots there are; a record for one that does not exist would vanish silently. */
  slots(): Promise<number>
  /** Hands over all of them, in order per slot, or fails. Sending again is harmless: nodes drop what they have passed. */
  send(deliveries: readonly Addressed[]): Promise<void>
}

/** A node's end of the last hop. */
export interface DeliveryReader extends AsyncDisposable {
  /**
   * Starts reading a slot. Resolves when a probe written to the slot was read back: from then on nothing is missed.
   */
  open(slot: number, on: DeliveryListener): Promise<void>
  slots(): Promise<number>
  /** Milliseconds since the last proof (a probe or a delivery) that the slot is heard. */
  silentMs(): number
}

export interface DeliveryListener {
  /** Called in slot order. Must not throw. */
  delivery(delivery: Delivery): void
  /** Some deliveries may have been missed: whoever listens must catch up from history. */
  gap(): void
}
