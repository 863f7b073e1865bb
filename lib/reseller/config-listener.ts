import { CONFIG_CHANNEL } from '#contracts/config-event.ts'
import type { Log } from '#platform/log.ts'
import { listenOnPostgres } from '#platform/postgres-listener.ts'

/** Calls `heard` whenever a live pointer moved, and after every (re)connect, because what happened in between was not heard. */
export function listenForConfig(connectionString: string, heard: () => void, log: Log): AsyncDisposable {
  return listenOnPostgres({ connectionString, channels: [CONFIG_CHANNEL], name: 'storefront-listener', heard, log })
}
