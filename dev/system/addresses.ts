import { freePorts } from '../services/free-ports.ts'

export const demoResellers = ['aurora', 'luna', 'hoshi', 'kite'] as const
export type DemoReseller = (typeof demoResellers)[number]

/** Nodes of the realtime tier: three, so that losing one leaves a choice. */
export const NODE_COUNT = 3

export interface Ports {
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

export type PublicPorts = Pick<Ports, 'storefront' | 'balancer' | 'core' | 'resellerService' | 'mail'>

/** All ports of a system: those that people type are given or free, the rest are free. */
export async function choosePorts(given?: PublicPorts): Promise<Ports> {
  const [worker, dispatcher, smtp, ...rest] = (await freePorts(3 + NODE_COUNT + 5)) as [
    ...[number, number, number],
    ...number[],
  ]
  const nodes = rest.slice(0, NODE_COUNT)
  if (given) return { ...given, worker, dispatcher, smtp, nodes }
  const [storefront, balancer, core, resellerService, mail] = rest.slice(NODE_COUNT) as [
    ...[number, number, number],
    ...[number, number],
  ]
  return { storefront, balancer, core, resellerService, mail, worker, dispatcher, smtp, nodes }
}

export const local = (port: number): string => `http://127.0.0.1:${port}`

/** What a person types into a browser; browsers resolve every name below localhost by themselves. */
export function resellerUrls(storefrontPort: number): Record<DemoReseller, string> {
  const urls = demoResellers.map((reseller) => [reseller, `http://${reseller}.localhost:${storefrontPort}`])
  return Object.fromEntries(urls) as Record<DemoReseller, string>
}
