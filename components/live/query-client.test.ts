import { MutationObserver, onlineManager } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { NotSentError } from '#components/api/not-sent-error.ts'
import { createQueryClient } from './query-client.ts'

afterEach(() => onlineManager.setOnline(true))

it('sends a change at once or says that it cannot: without a network, nothing waits to be sent later', async () => {
  onlineManager.setOnline(false)
  const ask = vi.fn(() => Promise.reject(new NotSentError(new TypeError('Failed to fetch'))))
  const order = new MutationObserver(createQueryClient(), { mutationFn: ask })
  const failed = order.mutate().catch((error: unknown) => error)
  expect(order.getCurrentResult().isPaused).toBe(false)
  expect(await failed).toBeInstanceOf(NotSentError)
  expect(ask).toHaveBeenCalledOnce()
})
