import { describe, expect, it } from 'vitest'
import { type DraftEvent, isUnsaved, nextDraft, openDraft } from './draft-state.ts'

const stateAfter = (...events: DraftEvent[]) => events.reduce(nextDraft, openDraft(7))
const edited: DraftEvent = { type: 'edited', valid: true }
const faulty: DraftEvent = { type: 'edited', valid: false }
const saving: DraftEvent = { type: 'saving' }
const saved = (version: number): DraftEvent => ({ type: 'saved', version, passed: false })
const failed: DraftEvent = { type: 'failed' }
const problem = { type: 'storefront/sign-in-needed', title: 'Please sign in first', status: 401 }
const refused: DraftEvent = { type: 'refused', problem }
const newer: DraftEvent = { type: 'newer', version: 9, by: 'Sam' }

describe('a draft', () => {
  it.each<[string, DraftEvent[], object]>([
    ['waits for a pause after an edit', [edited], { phase: 'waiting', base: 7 }],
    ['goes on from the version it was saved as', [edited, saving, saved(8)], { phase: 'clean', base: 8 }],
    ['saves again what was typed meanwhile', [edited, saving, edited, saved(8)], { phase: 'waiting', base: 8 }],
    ['does not save a fault', [edited, faulty], { phase: 'invalid' }],
    ['saves once the fault is mended', [faulty, edited], { phase: 'waiting' }],
    ['does not save a fault made meanwhile', [edited, saving, faulty, saved(8)], { phase: 'invalid', base: 8 }],
    ['keeps what could not be saved', [edited, saving, failed], { phase: 'failed', base: 7 }],
    ['tries again on the next edit', [edited, saving, failed, edited], { phase: 'waiting' }],
    ['keeps what was refused, and why', [edited, saving, refused], { phase: 'refused', base: 7, problem }],
    ['forgets a refusal once it asks again', [edited, saving, refused, saving], { phase: 'saving', problem: null }],
    ['asks again after a refusal on the next edit', [edited, saving, refused, edited], { phase: 'waiting' }],
    [
      'sends what nobody answered once more before what was typed since',
      [edited, saving, failed, edited, saving],
      { savingEdits: 1, edits: 2 },
    ],
    [
      'and then what was typed since',
      [edited, saving, failed, edited, saving, saved(8)],
      { phase: 'waiting', base: 8 },
    ],
    ['sends what is newest after a refusal', [edited, saving, refused, edited, saving], { savingEdits: 2 }],
    ['stops when somebody else saved', [edited, saving, newer, edited], { phase: 'newer', base: 7 }],
    [
      'goes on top of theirs when told to',
      [edited, saving, newer, { type: 'keep mine' }],
      { phase: 'waiting', base: 9 },
    ],
  ])('%s', (_, events, expected) => {
    expect(stateAfter(...events)).toMatchObject(expected)
  })

  it('is unsaved until the last edit is saved', () => {
    expect(isUnsaved(stateAfter())).toBe(false)
    expect(isUnsaved(stateAfter(edited, saving))).toBe(true)
    expect(isUnsaved(stateAfter(edited, saving, edited, saved(8)))).toBe(true)
    expect(isUnsaved(stateAfter(edited, saving, saved(8)))).toBe(false)
    expect(isUnsaved(stateAfter(edited, saving, refused))).toBe(true)
    expect(isUnsaved(stateAfter(edited, saving, newer))).toBe(true)
  })
})
