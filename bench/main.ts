import { busLatency } from './bus-latency.ts'
import { cuts } from './cuts/cuts.ts'
import { dispatcherCost } from './dispatcher-cost.ts'
import { fanOut } from './fan-out/fan-out.ts'
import { idleConnections } from './idle-connections.ts'
import { lighthouse } from './lighthouse/lighthouse.ts'
import { orders } from './orders/orders.ts'
import { pages } from './pages/pages.ts'
import { publishToVisible } from './publish-to-visible.ts'
import { saleToScreen } from './sale-to-screen.ts'

/*
 * `npm run bench -- <name>`: measures one thing on real servers started for it, and prints a table. Absolute times are
 * this machine's; compare figures of one run. Nothing here is a test: no figure makes it fail.
 */

const BENCHES: Record<string, () => Promise<void>> = {
  'bus-latency': busLatency,
  cuts,
  'dispatcher-cost': dispatcherCost,
  'fan-out': fanOut,
  'idle-connections': idleConnections,
  lighthouse,
  orders,
  pages,
  'publish-to-visible': publishToVisible,
  'sale-to-screen': saleToScreen,
}

const name = process.argv[2] ?? ''
const bench = BENCHES[name]
if (!bench) {
  console.error(`usage: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`)
  process.exit(2)
}
await bench()
process.exit(0)
