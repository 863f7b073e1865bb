import { describe, expect, it } from 'vitest'
import { sampleAvailability } from '#components/seat-map/sample-hall.ts'
import type { Availability } from '#contracts/availability.ts'
import { beginningOf } from './beginning-of.ts'

const [first, second] = [sampleAvailability(), sampleAvailability({ A1: 'sold' })]

/** What tickets begin with after these pages, each made anew in place of the one before. */
const begunWith = (pages: readonly (Availability | null)[], asked?: Availability) =>
  pages.reduce<Availability | null>((before, initial) => beginningOf({ initial, before, asked }), null)

describe('what tickets begin with', () => {
  it('is what the page was made with, and then what the next one is', () => {
    expect(begunWith([first])).toBe(first)
    expect(begunWith([first, second])).toBe(second)
  })
  it('stays when a page is made anew while core is away', () => {
    expect(begunWith([first, null, null])).toBe(first)
  })
  it('is asked for where no page knew it, and is still there when one does', () => {
    expect(begunWith([null])).toBeNull()
    expect(begunWith([null], first)).toBe(first)
    expect(begunWith([null, second], first)).toBe(second)
  })
})
