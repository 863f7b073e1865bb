import { join } from 'node:path'
import type { Environment } from './environment.ts'

/** Where one server listens. */
export interface RabbitmqPorts {
  /** For AMQP. */
  readonly port: number
  /** Its own port mapper's. */
  readonly mapper: number
  /** For `rabbitmqctl`. */
  readonly distribution: number
}

/** The files and variables that keep a server to its own folder and ports, and away from /etc, /var and $HOME. */
export function rabbitmqSettings(
  { port, mapper, distribution }: RabbitmqPorts,
  dataDir: string,
): { files: Record<string, string>; environment: Environment } {
  const configuration = join(dataDir, 'rabbitmq.conf')
  const plugins = join(dataDir, 'enabled_plugins')
  const nothing = join(dataDir, 'rabbitmq-env.conf')
  const files = {
    // 1 MB: a developer's full disk is no reason to take nothing.
    [configuration]: `listeners.tcp.1 = 127.0.0.1:${port}\ndisk_free_limit.absolute = 1MB\n`,
    [plugins]: '[].\n',
    [nothing]: '',
  }
  const environment = {
    HOME: dataDir, // the cookie is made there
    // The same name whatever the ports, so that a server finds its data again; its own port mapper knows no other.
    RABBITMQ_NODENAME: 'marquee@localhost',
    ERL_EPMD_PORT: `${mapper}`,
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_DIST_PORT: `${distribution}`,
    RABBITMQ_CONF_ENV_FILE: nothing,
    RABBITMQ_CONFIG_FILE: configuration,
    RABBITMQ_ADVANCED_CONFIG_FILE: join(dataDir, 'advanced.config'),
    RABBITMQ_ENABLED_PLUGINS_FILE: plugins,
    RABBITMQ_MNESIA_BASE: join(dataDir, 'mnesia'),
    RABBITMQ_PID_FILE: join(dataDir, 'pid'),
    RABBITMQ_LOG_BASE: join(dataDir, 'log'),
    RABBITMQ_LOGS: '-',
    ERL_CRASH_DUMP: join(dataDir, 'erl_crash.dump'),
    // One scheduler that does not spin: a third of the memory, and no core kept warm for nothing.
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '+S 1:1 +sbwt none +sbwtdcpu none +sbwtdio none',
    // The start script then becomes the server, instead of standing between it and our signals.
    RUNNING_UNDER_SYSTEMD: 'true',
  }
  return { files, environment }
}
