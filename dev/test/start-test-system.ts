import { type FoundNginx, findNginx } from '../edge/find-nginx.ts'
import { choosePorts, local, type Ports, resellerUrls, shopPort } from '../system/addresses.ts'
import { keepSecrets } from '../system/secrets.ts'
import { Steps } from '../system/steps.ts'
import { startSystem } from '../system/system.ts'
import { openControl } from './control.ts'
import { describeServices, type TestServices } from './running-services.ts'
import { scratchFolder } from './scratch-folder.ts'
import type { TestSystem } from './system.ts'

export interface StartedTestSystem extends AsyncDisposable {
  readonly system: TestSystem
  readonly services: TestServices
}

/**
 * The whole built system on free ports and files of its own, beside a running `npm start`. It is built into a folder of
 * its own, too: another build must not change what this one serves. A program that dies is the tests' to notice.
 */
export async function startTestSystem(cancelled: AbortSignal): Promise<StartedTestSystem> {
  await using opened = new AsyncDisposableStack()
  const folder = opened.use(scratchFolder())
  const found = await findNginx(process.env)
  const nginx = 'path' in found ? found.path : null
  const ports = await choosePorts(nginx !== null)
  const running = opened.use(
    await startSystem({
      dataDir: folder.path,
      ports,
      nginx,
      buildFolder: '.next-test',
      throwaway: true,
      steps: new Steps({ cancelled }),
      reports: { say: console.log, died: ({ spec }, how) => console.log(`  · ${spec.name} died (${how})`) },
    }),
  )
  const control = opened.use(await openControl(running.supervisor))
  const services = describeServices(running.services)
  const kept = opened.move()
  return {
    services,
    system: {
      ...describe(ports, found, control.url, services.kafkaProvider),
      linkSecret: keepSecrets(folder.path).orderLinkSecret,
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

function describe(
  ports: Ports,
  found: FoundNginx,
  control: string,
  kafkaProvider: TestSystem['kafkaProvider'],
): Omit<TestSystem, 'linkSecret'> {
  return {
    resellers: resellerUrls(shopPort(ports)),
    edge: 'path' in found ? `nginx (${found.path})` : `none (${found.without})`,
    storefront: local(ports.storefront),
    balancer: local(ports.balancer),
    core: local(ports.core),
    resellerService: local(ports.resellerService),
    mail: local(ports.mail),
    nodes: Object.fromEntries(ports.nodes.map((port, i) => [`node-${i + 1}`, local(port)])),
    control,
    kafkaProvider,
  }
}
