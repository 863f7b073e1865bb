import { join, relative } from 'node:path'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../demo/demo-accounts.ts'
import type { FoundNginx } from '../edge/find-nginx.ts'
import type { Services } from '../services/all.ts'
import { resellerUrls } from '../system/addresses.ts'
import { dataDir } from '../system/data-dir.ts'
import { root } from '../system/programs.ts'
import type { StartSettings } from './settings.ts'

/** What a person wants to know once everything runs. */
export function startReport(
  settings: StartSettings,
  nginx: FoundNginx,
  services: Services,
  took: string,
  folder = dataDir,
): string {
  const { storefront, balancer, core, resellerService, mail } = settings.ports
  const sites = Object.entries(resellerUrls(storefront)).map(([reseller, url]) => `  ${reseller.padEnd(18)} ${url}`)
  return [
    '',
    `Marquee runs (${took}).`,
    '',
    ...sites,
    '',
    `  sign in as         ${DEMO_ACCOUNTS.map(({ mailbox }) => mailbox).join('@, ')}@<reseller>.example`,
    `  with               ${DEMO_PASSWORD}`,
    '',
    `  PostgreSQL         ${services.postgres.provider}`,
    `  Redis              ${services.redis.provider}`,
    `  Kafka              ${services.kafka.provider}`,
    `  mail               http://localhost:${mail} shows what would have been sent`,
    `  edge               ${'path' in nginx ? `nginx (${nginx.path}), pages and streams on one port` : `none (${nginx.without})`}`,
    `  also on ports      ${balancer} balancer, ${core} core stand-in, ${resellerService} reseller-service stand-in`,
    ...(settings.crowd === undefined ? [] : [`  crowd              buys ${settings.crowd} tickets a second`]),
    '',
    `Logs are in ${shortPath(join(folder, 'logs'))}. Ctrl-C stops everything; npm run reset wipes the data.`,
    '',
  ].join('\n')
}

/** As one types it in the repository: whole when it lies elsewhere. */
function shortPath(path: string): string {
  const way = relative(root, path)
  return way.startsWith('..') ? path : way
}
