'use client'

import { useReducer, useState } from 'react'
import { lostToOthers } from './own-seats.ts'
import { type SelectionStep, selectionAfter } from './selection.ts'
import { EMPTY_SELECTION, type Selection, type Situation } from './selection-state.ts'

interface Taken {
  readonly step: SelectionStep
  readonly situation: Situation
}

/**
 * The selection of this page. It follows availability by itself: what others took is out of it in the same paint, and on the plan
 * some frames later (decision 0116).
 * @param own seats that are kept for this browser
 */
export function useSelection(
  situation: Situation,
  own: ReadonlySet<string>,
): [Selection, (step: SelectionStep, at?: Situation) => void] {
  const [selection, dispatch] = useReducer(
    (state: Selection, { step, situation: at }: Taken) => selectionAfter(state, step, at),
    EMPTY_SELECTION,
  )
  const [seen, setSeen] = useState(situation.availability)
  if (seen !== situation.availability) {
    setSeen(situation.availability)
    dispatch({ step: { type: 'availability-changed' }, situation })
  }
  // For good: when they are given back or bought, nobody else was faster.
  if (lostToOthers(selection.losses, own).length < selection.losses.length)
    dispatch({ step: { type: 'forget-own', seatIds: own }, situation })
  return [selection, (step, at = situation) => dispatch({ step, situation: at })]
}
