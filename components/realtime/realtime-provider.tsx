'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import type { Transport } from './browser-client.ts'
import type { PageClient } from './late-client.ts'
import { createPageClient } from './page-client.ts'
import { followPageLife } from './page-lifecycle.ts'

const RealtimeContext = createContext<PageClient | null>(null)

interface RealtimeProviderProps {
  /** Base of the realtime tier's addresses: `/realtime` or `http://host:4000/realtime`. Fixed for the life of the page. */
  readonly endpoint: string
  /** Fixed as well. The content security policy must name its scheme in `connect-src`. */
  readonly transport?: Transport
  readonly children: ReactNode
}

/** Gives the page its realtime client. The context holds the client and nothing that changes, so it never renders anybody. */
export function RealtimeProvider({ endpoint, transport, children }: RealtimeProviderProps) {
  const [client] = useState(() => createPageClient(endpoint, transport))
  useEffect(() => followPageLife(client), [client])
  return <RealtimeContext value={client}>{children}</RealtimeContext>
}

/** The page's client, for the hooks beside this file. */
export function useRealtimeClient(): PageClient {
  const client = use(RealtimeContext)
  if (!client) throw new Error('a realtime hook needs <RealtimeProvider> above it')
  return client
}
