import type { Measured } from './report/result.ts'

export interface Bench {
  /** Loads the bench: others' servers and clients stay out of a process that does not measure them. */
  load(): Promise<{ run(): Promise<Measured | undefined> }>
  /** About how long it takes on two idle cores. */
  readonly seconds: number
  /** Those that need the storefront, which takes a minute to build, and the one whose length is chosen, are measured by name. */
  readonly inAll: boolean
  /** What may be said after its name. */
  readonly words?: string
}

const ALL = {
  'fan-out': bench(270, async () => (await import('./fan-out/fan-out.ts')).fanOut),
  cuts: bench(310, async () => (await import('./cuts/cuts.ts')).cuts),
  'rolling-restart': bench(110, async () => (await import('./restart/rolling-restart.ts')).rollingRestart),
  stalled: bench(110, async () => (await import('./stalled/stalled.ts')).stalled),
  addressing: bench(100, async () => (await import('./addressing/addressing.ts')).addressing),
  'sale-to-socket': bench(110, async () => (await import('./sale-to-socket.ts')).saleToSocket),
  'bus-latency': bench(115, async () => (await import('./bus-latency.ts')).busLatency),
  'dispatcher-cost': bench(35, async () => (await import('./dispatcher-cost.ts')).dispatcherCost),
  storms: bench(170, async () => (await import('./storms/storms.ts')).storms),
  'private-rate': bench(85, async () => (await import('./private-rate.ts')).privateRate),
  'config-rush': bench(60, async () => (await import('./config-rush.ts')).configRush),
  steady: bench(165, async () => (await import('./steady/steady.ts')).steady, false),
  'idle-connections': bench(45, async () => (await import('./idle-connections.ts')).idleConnections, false),
  'publish-to-visible': bench(120, async () => (await import('./publish-to-visible.ts')).publishToVisible, false),
  pages: bench(240, async () => (await import('./pages/pages.ts')).pages, false),
  'killed-node': bench(380, async () => (await import('./restart/killed-node.ts')).killedNode, false),
  noisy: bench(290, async () => (await import('./noisy/noisy.ts')).noisy, false),
  'dead-tier': bench(270, async () => (await import('./orders/dead-tier.ts')).deadTier, false),
  orders: bench(120, async () => (await import('./orders/orders.ts')).orders, false),
  lighthouse: {
    ...bench(900, async () => (await import('./lighthouse/lighthouse.ts')).lighthouse, false),
    words: '[reseller]',
  },
  'seat-map': bench(150, async () => (await import('./seat-map/seat-map.ts')).seatMap, false),
  'sale-to-screen': bench(560, async () => (await import('./sale-to-screen.ts')).saleToScreen, false),
} satisfies Record<string, Bench>

export type BenchName = keyof typeof ALL

/** Everything that can be measured, in the order in which `all` does. */
export const BENCHES: Readonly<Record<BenchName, Bench>> = ALL

// biome-ignore lint/suspicious/noConfusingVoidType: a bench that prints by itself hands over nothing
function bench(seconds: number, load: () => Promise<() => Promise<Measured | void>>, inAll = true): Bench {
  return {
    seconds,
    inAll,
    async load() {
      const measure = await load()
      return { run: async () => (await measure()) ?? undefined }
    },
  }
}
