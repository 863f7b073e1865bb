import { QueryClient } from '@tanstack/react-query'
import { isRetryable } from '#components/api/problem-error.ts'
import { MAX_RETRIES, retryDelay } from '#components/api/retrying.ts'

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Without a network these wait for one: what is asked for is only read, and is there by itself afterwards.
      queries: { retry: mayRetry, retryDelay, refetchOnReconnect: 'always' },
      // Changes are asked for again by `send`, which knows when to stop. Here a retry would wait for a network, or for
      // somebody to look at the page again, and an order that goes out by itself an hour later is not what was pressed for.
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

const mayRetry = (failures: number, error: Error) => failures < MAX_RETRIES && isRetryable(error)
