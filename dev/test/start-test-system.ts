import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type FoundNginx, findNginx } from '../edge/find-nginx.ts'
import { choosePorts, local, type Ports, resellerUrls, shopPort } from '../system/addresses.ts'
import { keepSecrets } from '../system/secrets.ts'
import { Steps } from '../system/steps.ts'
import { startSystem } from '../system/system.ts'
import { openControl } from './control.ts'
import { ProgramEnds } from './program-ends.ts'
import { describeServices, type TestServices } from './running-services.ts'
import { scratchFolder } from './scratch-folder.ts'
import type { TestSystem } from './system.ts'
import { unhandledIn } from './unhandled.ts'

export interface StartedTestSystem extends AsyncDisposable {
  readonly system: TestSystem
  readonly services: TestServices
}

/**
 * The whole built system on free ports and files of its own, beside a running `npm start`. It is built into a folder of
 * its own, too: another build must not change what this one serves. What no program may do is told to `blame`: to die
 * unasked, at once, and to leave an error that nobody caught, when all of it has ended.
 */
export async function startTestSystem(
  cancelled: AbortSignal,
  blame: (fault: string) => void = () => {},
): Promise<StartedTestSystem> {
  await using opened = new AsyncDisposableStack()
  const folder = opened.use(scratchFolder())
  opened.defer(() => blameUnhandled(join(folder.path, 'logs'), blame))
  const ends = new ProgramEnds()
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
      reports: {
        say: console.log,
        died: ({ spec }, how) => console.log(`  · ${spec.name} died (${how})`),
        ended({ spec, log }, pid, how) {
          if (!ends.note(spec.name, pid, how)) return
          console.log(log.lastLines()) // the file itself is gone with the system
          blame(`${spec.name} died (${how})`)
        },
      },
    }),
  )
  const control = opened.use(await openControl(running.supervisor, ends))
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

/** At the end, so that how programs leave is looked at, too. There is no folder when nothing came as far as a start. */
function blameUnhandled(logs: string, blame: (fault: string) => void): void {
  for (const file of existsSync(logs) ? readdirSync(logs) : []) {
    const lines = unhandledIn(readFileSync(join(logs, file), 'utf8'))
    for (const line of lines) blame(`${basename(file, '.log')}: ${line}`)
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
