import type { Problem } from '#contracts/problem.ts'

/*
 * An open draft and where it is saved. A change is saved after a pause, one save at a time, each as a new version.
 *
 *   clean ──edited──▶ waiting ──pause over──▶ saving ──saved──▶ clean, or waiting if there were edits meanwhile
 *                    ▲  │ invalid: nothing is saved until the fault is mended
 *                    │  ├──────────────▶ failed: no answer ──again, or by itself──▶ saving
 *                    │  ├──────────────▶ refused: for a reason that a person has to mend ──again──▶ saving
 *                    └──keep mine─────── newer: somebody else saved; nothing is saved until a person decides
 */

export interface DraftState {
  /** The version that the next save goes on from. */
  readonly base: number
  readonly phase: 'clean' | 'waiting' | 'saving' | 'invalid' | 'failed' | 'refused' | 'newer'
  readonly valid: boolean
  /** Counts edits; what is saved is the state after `savedEdits` of them, what is or was last sent that after `savingEdits`. */
  readonly edits: number
  readonly savingEdits: number
  readonly savedEdits: number
  /**
   * What was sent may have arrived and only its answer not: it is sent once more before anything newer, so that the
   * server can tell that version from somebody else's.
   */
  readonly unanswered: boolean
  /** With `newer`: whose version stands in the way. */
  readonly newest: { readonly version: number; readonly by: string } | null
  /** With `refused`: why. */
  readonly problem: Problem | null
  /** Somebody saved in the same instant: a version of theirs lies below ours. */
  readonly passed: boolean
}

export type DraftEvent =
  | { readonly type: 'edited'; readonly valid: boolean }
  | { readonly type: 'saving' }
  | { readonly type: 'saved'; readonly version: number; readonly passed: boolean }
  /** No answer came, or a server that could not: the same may succeed in a moment. */
  | { readonly type: 'failed' }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'newer'; readonly version: number; readonly by: string }
  /** My draft shall be the newest, on top of theirs. */
  | { readonly type: 'keep mine' }

export const openDraft = (base: number): DraftState => ({
  ...{ base, phase: 'clean', valid: true, edits: 0, savingEdits: 0, savedEdits: 0 },
  ...{ unanswered: false, newest: null, problem: null, passed: false },
})

export function nextDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'edited': {
      const edited = { ...state, edits: state.edits + 1, valid: event.valid }
      return state.phase === 'saving' || state.phase === 'newer' ? edited : { ...edited, phase: unsaved(event.valid) }
    }
    case 'saving':
      return {
        ...{ ...state, phase: 'saving', problem: null },
        savingEdits: state.unanswered ? state.savingEdits : state.edits,
      }
    case 'saved': {
      const saved = { ...state, base: event.version, savedEdits: state.savingEdits, passed: event.passed }
      return {
        ...{ ...saved, unanswered: false, newest: null },
        phase: saved.savedEdits === saved.edits ? 'clean' : unsaved(state.valid),
      }
    }
    case 'failed':
      return { ...state, phase: 'failed', unanswered: true }
    case 'refused':
      return { ...state, phase: 'refused', unanswered: false, problem: event.problem }
    case 'newer':
      return { ...state, phase: 'newer', unanswered: false, newest: { version: event.version, by: event.by } }
    case 'keep mine':
      return { ...state, base: state.newest?.version ?? state.base, newest: null, phase: unsaved(state.valid) }
  }
}

/** Whether leaving the page now would lose something. */
export const isUnsaved = ({ edits, savedEdits }: DraftState): boolean => edits !== savedEdits

const unsaved = (valid: boolean) => (valid ? 'waiting' : 'invalid')
