'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { RealtimeProvider } from '#components/realtime/realtime-provider.tsx'
import { createQueryClient } from './query-client.ts'

/** What live components need: the realtime connection and the cache of what was fetched. */
export function LiveProviders({ endpoint, children }: { readonly endpoint: string; readonly children: ReactNode }) {
  const [queryClient] = useState(createQueryClient)
  return (
    <QueryClientProvider client={queryClient}>
      <RealtimeProvider endpoint={endpoint}>{children}</RealtimeProvider>
    </QueryClientProvider>
  )
}
