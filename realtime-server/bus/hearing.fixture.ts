import type { Delivery } from '#contracts/delivery.ts'
import type { DeliveryListener } from './bus.ts'

/** Listens to a slot and remembers what it heard. */
export class Hearing implements DeliveryListener {
  readonly #heard: Delivery[] = []
  #waiting: { count: number; done: (heard: Delivery[]) => void }[] = []
  gaps = 0

  delivery(delivery: Delivery): void {
    this.#heard.push(delivery)
    const met = this.#waiting.filter(({ count }) => count <= this.#heard.length)
    this.#waiting = this.#waiting.filter((one) => !met.includes(one))
    for (const { count, done } of met) done(this.#heard.slice(0, count))
  }

  gap(): void {
    this.gaps += 1
  }

  get heard(): readonly Delivery[] {
    return this.#heard
  }

  /** The first so many that were or will be heard. */
  deliveries(count: number): Promise<Delivery[]> {
    if (this.#heard.length >= count) return Promise.resolve(this.#heard.slice(0, count))
    return new Promise((done) => this.#waiting.push({ count, done }))
  }
}
