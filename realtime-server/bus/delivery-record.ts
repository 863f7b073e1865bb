import { Delivery, Probe } from '#contracts/delivery.ts'

/** What a record of a slot is. */
export type SlotRecord = { delivery: Delivery } | { probe: string } | { unreadable: string }

/**
 * Reads a record. Its writer is our own dispatcher or node, so an unreadable one is a fault to be counted, not handled:
 * the next one must not wait for it.
 */
export function readSlotRecord(value: Uint8Array | null): SlotRecord {
  if (value === null) return { unreadable: 'has no value' }
  try {
    const json: unknown = JSON.parse(Buffer.from(value).toString('utf8'))
    const delivery = Delivery.safeParse(json)
    if (delivery.success) return { delivery: delivery.data }
    const probe = Probe.safeParse(json)
    if (probe.success) return { probe: probe.data.probe }
    return { unreadable: delivery.error.issues[0]?.message ?? 'is neither a delivery nor a probe' }
  } catch (error) {
    return { unreadable: (error as Error).message }
  }
}
