import { QueryClient } from '@tanstack/react-query'
import { isRetryable } from '#components/api/problem-error.ts'
import { NotSentError } from './not-sent-error.ts'

/** Two retries cover a restart of one instance; a third would only keep people waiting for an honest message. */
const MAX_RETRIES = 2
const RETRY_BASE_MS = 400
const RETRY_CAP_MS = 4000

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Without a network these wait for one: what is asked for is only read, and is there by itself afterwards.
      queries: { retry: mayRetry, retryDelay, refetchOnReconnect: 'always' },
      // Every mutation of ours carries an idempotency key or is idempotent by itself. None of them waits for a network: an
      // order that goes out by itself an hour later is not what somebody pressed a button for.
      mutations: { networkMode: 'always', retry: mayRetry, retryDelay },
    },
  })
}

const mayRetry = (failures: number, error: Error) =>
  failures < MAX_RETRIES && isRetryable(error) && !(error instanceof NotSentError)

/** Doubling, with full jitter, so that browsers that failed together do not come back together. */
function retryDelay(attempt: number): number {
  return Math.random() * Math.min(RETRY_CAP_MS, RETRY_BASE_MS * 2 ** attempt) + RETRY_BASE_MS / 2
}
