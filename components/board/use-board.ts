'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#components/api/call.ts'
import type { RealtimeStatus } from '#components/realtime/status.ts'
import { useLiveStream } from '#components/realtime/use-live-stream.ts'
import type { Board } from '#contracts/board.ts'
import { oneMore } from './one-more.ts'

const boardKey = ['board'] as const
/** Minutes pass without any sale: a quarter of one is as late as the last minute may be. */
const LOOK_MS = 15_000
/** Nothing comes by itself: as often as other pages ask then. */
const POLL_MS = 5_000

export interface CurrentBoard {
  readonly board: Board
  readonly status: RealtimeStatus
  /** The last attempt to read it failed; `board` is from before. */
  readonly failed: boolean
}

/** The board as it is: read again whenever this reseller's sales were counted, and now and then because time passes. */
export function useBoard(initial: Board): CurrentBoard {
  const queries = useQueryClient()
  const [readAgain] = useState(() => oneMore(() => queries.refetchQueries({ queryKey: boardKey, exact: true })))
  const status = useLiveStream('staff.sales', {
    onMessage: readAgain,
    onReady: ({ resumed }) => {
      if (!resumed) readAgain()
    },
    onReset: readAgain,
  })
  const { data, isError } = useQuery({
    queryKey: boardKey,
    queryFn: ({ signal }) => call<Board>('/api/admin/board', { signal }),
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: status === 'live' ? LOOK_MS : POLL_MS,
  })
  return { board: data, status, failed: isError }
}
