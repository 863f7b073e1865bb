import type { Browser } from './browser.ts'
import { BrowserLocks, SoloLocks } from './locks.ts'
import { RealtimeClient } from './realtime-client.ts'
import type { ServerClock } from './server-clock.ts'
import { BroadcastTabChannel, SoloTabChannel } from './tab-channel.ts'
import { TIMINGS } from './timings.ts'

/** The storefront's route on the page's own origin (contracts/storefront.ts). */
const SESSION_URL = '/api/realtime/session'

/** What carries the streams. Both do the same; SSE passes where WebSockets may not. */
export type Transport = 'sse' | 'ws'

interface BrowserClientOptions {
  readonly transport?: Transport | undefined
  readonly clock: ServerClock
}

/** A client for this tab, told the time by `clock`. It touches nothing until it is started. */
export function createBrowserClient(
  endpoint: string,
  { transport = 'sse', clock }: BrowserClientOptions,
): RealtimeClient {
  const base = endpoint.replace(/\/+$/, '')
  return new RealtimeClient({
    endpoint: base,
    sessionUrl: SESSION_URL,
    timings: TIMINGS,
    clock,
    browser: () => thisBrowser(base, transport),
  })
}

/** One connection per browser needs both Web Locks (missing on plain http) and BroadcastChannel; else each tab has its own. */
function thisBrowser(endpoint: string, transport: Transport): Browser {
  const together = navigator.locks !== undefined && typeof BroadcastChannel === 'function'
  return {
    locks: together ? new BrowserLocks(navigator.locks) : new SoloLocks(),
    openChannel: () => (together ? new BroadcastTabChannel(endpoint) : new SoloTabChannel()),
    fetch: (input, init) => fetch(input, init),
    openSocket: transport === 'ws' ? openSocket : undefined,
    random: Math.random,
    newTabId,
    isOnline: () => navigator.onLine,
    isVisible: () => document.visibilityState === 'visible',
  }
}

/** Browsers of before 2024 take no `http:` and no relative address for a WebSocket. */
function openSocket(address: string): WebSocket {
  const url = new URL(address, location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return new WebSocket(url)
}

/** `crypto.randomUUID` is missing on plain http; this only has to differ between the tabs of one browser. */
function newTabId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('')
}
