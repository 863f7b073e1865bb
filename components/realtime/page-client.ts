import type { Transport } from './browser-client.ts'
import { LateClient, type PageClient } from './late-client.ts'
import { ServerClock } from './server-clock.ts'

/** A client for this tab, whose code is fetched when it is started: 8 KB that no page waits for (decision 0077). */
export function createPageClient(endpoint: string, transport: Transport | undefined): PageClient {
  const clock = new ServerClock()
  return new LateClient(clock, async () => {
    const { createBrowserClient } = await import('./browser-client.ts')
    return createBrowserClient(endpoint, { transport, clock })
  })
}
