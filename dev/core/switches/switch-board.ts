import { z } from 'zod'
import { CoreId } from '#contracts/ids.ts'

const Rate = z.number().min(0).max(1)

/** Everything about core that a test or a person may bend. Times are milliseconds unless the name says otherwise. */
export const Switches = z.object({
  /** Added to every answer under /v1. */
  latencyMs: z.int().min(0).max(60_000),
  /** This share of requests is answered 503 before anything happens. */
  errorRate: Rate,
  /** This share of requests is carried out and then answered 500: the answer is lost, the deed is not. */
  lostAnswerRate: Rate,
  /** Requests are taken and not answered until this is switched off. */
  hang: z.boolean(),
  /** Shows whose remaining stock the house holds back. Taking one off the list gives it back. */
  soldOut: z.array(CoreId).max(100),
  /** `by-email` declines buyers whose address contains `+fail@`. */
  paymentFailure: z.enum(['by-email', 'always', 'never']),
  /** How long the payment provider thinks. */
  paymentDelayMs: z.int().min(0).max(600_000),
  /** An older core: it orders at its own price, whatever the buyer agreed to. */
  ignoresTotal: z.boolean(),
  /** How long a hold lasts, and how long an extension makes it last again. */
  holdSeconds: z.number().min(0.1).max(86_400),
  /** Invented buyers who really hold and order: on one show, or on any. */
  crowd: z.object({ showId: CoreId.optional(), ticketsPerSecond: z.number().min(0.01).max(200) }).nullable(),
})
export type Switches = z.infer<typeof Switches>

/** `POST /dev/switches`: the ones to change. */
export const SwitchesChange = Switches.partial().strict()

export const DEFAULT_SWITCHES: Switches = {
  latencyMs: 0,
  errorRate: 0,
  lostAnswerRate: 0,
  hang: false,
  soldOut: [],
  paymentFailure: 'by-email',
  paymentDelayMs: 1_500,
  ignoresTotal: false,
  holdSeconds: 600,
  crowd: null,
}

/** The switches as they stand. They live in memory: a restart is the way back to a core that behaves. */
export interface SwitchBoard {
  readonly now: Switches
  set(change: Partial<Switches>): void
  /** Resolves at the next change. */
  changed(): Promise<void>
}

export function createSwitchBoard(initial: Partial<Switches> = {}): SwitchBoard {
  let now = { ...DEFAULT_SWITCHES, ...initial }
  let next = Promise.withResolvers<void>()
  return {
    get now() {
      return now
    },
    set(change) {
      now = { ...now, ...change }
      const { resolve } = next
      next = Promise.withResolvers<void>()
      resolve()
    },
    changed: () => next.promise,
  }
}
