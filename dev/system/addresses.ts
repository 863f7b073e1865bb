import { freePorts } from '../services/free-ports.ts'

export const demoResellers = ['aurora', 'luna', 'hoshi', 'kite'] as const
export type DemoReseller = (typeof demoResellers)[number]

/** Nodes of the realtime tier: three, so that losing one leaves a choice. */
const NODE_COUNT = 3

export interface Ports {
  /** Null without an edge: browsers then ask the storefront itself, and the balancer for streams. */
  readonly edge: EdgePorts | null
  readonly storefront: number
  readonly balancer: number
  readonly core: number
  readonly resellerService: number
  /** The page that shows what was mailed. */
  readonly mail: number
  readonly smtp: number
  readonly worker: number
  readonly dispatcher: number
  readonly nodes: readonly number[]
}

export interface EdgePorts {
  /** What browsers ask. */
  readonly shops: number
  /** Where machines see whether it runs. */
  readonly ops: number
}

export type PublicPorts = Pick<Ports, 'storefront' | 'balancer' | 'core' | 'resellerService' | 'mail'>

/**
 * All ports of a system: those that people type are given or free, the rest are free. The one that people type for the
 * storefront is the edge's, where there is one.
 */
export async function choosePorts(withEdge: boolean, given?: PublicPorts): Promise<Ports> {
  const [worker, dispatcher, smtp, behind, ops, ...rest] = (await freePorts(5 + NODE_COUNT + 5)) as FiveOrMore
  const nodes = rest.slice(0, NODE_COUNT)
  const [shops, balancer, core, resellerService, mail] = rest.slice(NODE_COUNT) as FiveOrMore
  const known = given ?? { storefront: shops, balancer, core, resellerService, mail }
  const hidden = { worker, dispatcher, smtp, nodes }
  if (!withEdge) return { ...known, ...hidden, edge: null }
  return { ...known, ...hidden, edge: { shops: known.storefront, ops }, storefront: behind }
}

type FiveOrMore = [number, number, number, number, number, ...number[]]

/** The port of the shops, for browsers. */
export const shopPort = ({ edge, storefront }: Ports): number => edge?.shops ?? storefront

export const local = (port: number): string => `http://127.0.0.1:${port}`

/** What a person types into a browser; browsers resolve every name below localhost by themselves. */
export function resellerUrls(port: number): Record<DemoReseller, string> {
  const urls = demoResellers.map((reseller) => [reseller, `http://${reseller}.localhost:${port}`])
  return Object.fromEntries(urls) as Record<DemoReseller, string>
}
