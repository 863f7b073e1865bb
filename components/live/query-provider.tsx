'use client'

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { createQueryClient } from './query-client.ts'

/** One for the life of the document, however many parts of it use it. */
let ofThisDocument: QueryClient | undefined

/**
 * The cache of what was fetched, around each part of a page that fetches: pages whose parts come later, or not at all,
 * get along without its 9 KB. In a browser all share one; on a server every part of every page has its own.
 */
export function QueryProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(() => {
    if (typeof window === 'undefined') return createQueryClient()
    ofThisDocument ??= createQueryClient()
    return ofThisDocument
  })
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
