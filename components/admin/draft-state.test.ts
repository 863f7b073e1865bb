import { describe, expect, it } from 'vitest'
import { type DraftEvent, isUnsaved, nextDraft, openDraft } from './draft-state.ts'

const stateAfter = (...events: DraftEvent[]) => events.reduce(nextDraft, openDraft(7))
const edited: DraftEvent = { type: 'edited', valid: true }
const faulty: DraftEvent = { type: 'edited', valid: false }
const saving: DraftEvent = { type: 'saving' }
const saved = (version: number): DraftEvent => ({ type: 'saved', version, passed: false })
const newer: DraftEvent = { type: 'newer', version: 9, by: 'Sam' }

describe('a draft', () => {
  it.each<[string, DraftEvent[], object]>([
    ['waits for a pause after an edit', [edited], { phase: 'waiting', base: 7 }],
    ['goes on from the version it was saved as', [edited, saving, saved(8)], { phase: 'clean', base: 8 }],
    ['saves again what was typed meanwhile', [edited, saving, edited, saved(8)], { phase: 'waiting', base: 8 }],
    ['does not save a fault', [edited, faulty], { phase: 'invalid' }],
    ['saves once the fault is mended', [faulty, edited], { phase: 'waiting' }],
    ['does not save a fault made meanwhile', [edited, saving, faulty, saved(8)], { phase: 'invalid', base: 8 }],
    ['keeps what could not be saved', [edited, saving, { type: 'failed' }], { phase: 'failed', base: 7 }],
    ['tries again on the next edit', [edited, saving, { type: 'failed' }, edited], { phase: 'waiting' }],
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
    expect(isUnsaved(stateAfter(edited, saving, newer))).toBe(true)
  })
})
