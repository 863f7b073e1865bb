import { TOPICS } from '#contracts/topics.ts'
import type { Log } from '#platform/log.ts'
import type { Pool } from '../stand-in/database.ts'
import { type Claim, claimStock } from './sales/claim.ts'
import type { SwitchBoard } from './switches/switch-board.ts'

/** What everything in core works with. */
export interface Core {
  readonly pool: Pool
  readonly topics: { readonly tickets: string; readonly orders: string }
  readonly switches: SwitchBoard
  readonly log: Log
  /** Where browsers reach it, for the bank's page. */
  readonly origin: string
  /** How stock is taken. A test passes a careless one, to show that it would notice a double sale. */
  readonly claim: Claim
}

export function createCore(parts: Pick<Core, 'pool' | 'switches' | 'log'> & Partial<Core>): Core {
  return {
    claim: claimStock,
    origin: 'http://bank.test',
    topics: { tickets: TOPICS.coreTickets.name, orders: TOPICS.coreOrders.name },
    ...parts,
  }
}
