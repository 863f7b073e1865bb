'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { holdNews } from './hold-news.ts'
import { holdKey } from './hold-queries.ts'

/** Holds that are changed, in this tab or another, are asked about again here. */
export function useHoldNews(holdId: string): void {
  const queries = useQueryClient()
  useEffect(
    () => holdNews.listen(holdId, () => void queries.invalidateQueries({ queryKey: holdKey(holdId) })),
    [holdId, queries],
  )
}
