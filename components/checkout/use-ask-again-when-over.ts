'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { holdKey } from './hold-queries.ts'
import type { ReceivedHold } from './received-hold.ts'

/** Our countdown may be a little fast: the server has the last word, and with it the seats are ours or anybody's. */
export function useAskAgainWhenOver({ id, status }: ReceivedHold, left: number | null): void {
  const queries = useQueryClient()
  const over = left === 0 && status === 'active'
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: holdKey(id) })
  }, [over, id, queries])
}
