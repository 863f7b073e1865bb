import { parseArgs } from 'node:util'
import { ClearLine } from '../services/clear-line.ts'
import type { Environment } from '../services/environment.ts'
import type { PublicPorts } from '../system/addresses.ts'

export interface StartSettings {
  readonly ports: PublicPorts
  /** Tickets per second that a made-up crowd buys, for watching a busy on-sale. */
  readonly crowd?: number
}

/** The ports that people and other systems know, each with the variable that changes it. */
export const portVariables = {
  storefront: { variable: 'PORT', usual: 3000 },
  balancer: { variable: 'BALANCER_PORT', usual: 4000 },
  core: { variable: 'CORE_PORT', usual: 4100 },
  resellerService: { variable: 'RESELLER_SERVICE_PORT', usual: 4200 },
  mail: { variable: 'MAIL_PORT', usual: 4300 },
} as const satisfies Record<keyof PublicPorts, { variable: string; usual: number }>

/** `npm start -- --crowd 5 --port 8080`, and the variables above. Throws a clear line for what cannot be meant. */
export function readSettings(args: readonly string[], environment: Environment): StartSettings {
  const { crowd, port } = flags(args)
  const from = (name: keyof PublicPorts) => {
    const { variable, usual } = portVariables[name]
    return portNumber(variable, environment[variable] || `${usual}`)
  }
  const ports = {
    storefront: port === undefined ? from('storefront') : portNumber('--port', port),
    balancer: from('balancer'),
    core: from('core'),
    resellerService: from('resellerService'),
    mail: from('mail'),
  }
  return crowd === undefined ? { ports } : { ports, crowd: rate(crowd) }
}

/** Takes the variables above out of this process, whose children would otherwise all listen on one port. */
export function forgetPorts(): void {
  for (const { variable } of Object.values(portVariables)) delete process.env[variable]
}

function flags(args: readonly string[]): { crowd?: string; port?: string } {
  try {
    return parseArgs({ args: [...args], options: { crowd: { type: 'string' }, port: { type: 'string' } } }).values
  } catch (error) {
    throw new ClearLine(`${(error as Error).message} Known: npm start -- --crowd 5 --port 3000`)
  }
}

function portNumber(source: string, text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new ClearLine(`${source} must be a port between 1 and 65535, not ${text}`)
}

function rate(text: string): number {
  const perSecond = Number(text)
  if (perSecond > 0 && perSecond <= 100) return perSecond
  throw new ClearLine(`--crowd takes tickets per second, more than 0 and at most 100, not ${text}`)
}
