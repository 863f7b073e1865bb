import type { Delivery } from '#contracts/delivery.ts'
import type { DeliveryListener } from './bus.ts'

/** Listens to a slot and remembers what it heard. */
export class Hearing implements DeliveryListener {
  readonly #heard: Delivery[] = []
  #waiting: { count: number; done: (heard: Delivery[]) => void }[] = []
  #waitingForGap: { count: number; done: () => void }[] = []
  gaps = 0

  delivery(delivery: Delivery): void {
    this.#heard.push(delivery)
    const met = this.#waiting.filter(({ count }) => count <= this.#heard.length)
    this.#waiting = this.#waiting.filter((one) => !met.includes(one))
    for (const { count, done } of met) done(this.#heard.slice(0, count))
  }

  gap(): void {
    this.gaps += 1
    for (const { count, done } of this.#waitingForGap) if (count <= this.gaps) done()
  }

  /** Resolves when it was told of so many gaps, or will be. */
  gapsTold(count: number): Promise<void> {
    if (this.gaps >= count) return Promise.resolve()
    return new Promise((done) => this.#waitingForGap.push({ count, done }))
  }

  get heard(): readonly Delivery[] {
    return this.#heard
  }

  /** Resolves when this message is, or was, heard. */
  async message(id: string): Promise<void> {
    for (let count = 1; ; count += 1) {
      if ((await this.deliveries(count)).at(-1)?.id === id) return
    }
  }

  /** The first so many that were or will be heard. */
  deliveries(count: number): Promise<Delivery[]> {
    if (this.#heard.length >= count) return Promise.resolve(this.#heard.slice(0, count))
    return new Promise((done) => this.#waiting.push({ count, done }))
  }
}
