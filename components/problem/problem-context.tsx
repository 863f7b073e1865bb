'use client'

import { createContext, type ReactNode, use } from 'react'
import type { ProblemWords } from './problem-words.ts'

const Words = createContext<ProblemWords | null>(null)

/**
 * Pages for errors and for what is not there get no parameters, and any page may become one. Their words are plain, so
 * that a page without other texts needs nothing that puts texts together.
 */
export function ProblemProvider({ words, children }: { readonly words: ProblemWords; readonly children: ReactNode }) {
  return <Words value={words}>{children}</Words>
}

export function useProblemWords(): ProblemWords {
  const words = use(Words)
  if (!words) throw new Error('a page of ours needs <ProblemProvider> above it')
  return words
}
