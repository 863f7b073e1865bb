import { describe, expect, it } from 'vitest'
import { type AskedPublish, type Listed, publishStanding, putQuestion } from './publish-standing.ts'

const offer = (version: number, about: Partial<AskedPublish> = {}): AskedPublish => ({
  ...{ version, rollback: false, changes: [], review: { blocked: false, faults: [], gaps: [] } },
  ...about,
})
const before: Listed = { offers: [offer(7), offer(5)], liveVersion: 6, comparedWith: 6 }
const put = () => putQuestion(7, before) ?? expect.fail('7 may be published')

describe('a question whether to publish', () => {
  it('is about what the list offers', () => {
    expect(put()).toEqual({ asked: offer(7), liveVersion: 6, comparedWith: 6 })
    expect(putQuestion(6, before)).toBeNull()
  })

  it('stays open while the same version is live, with what the list says now', () => {
    const newest = offer(7, { changes: [{ of: 'languages' }] })
    expect(publishStanding(put(), { ...before, offers: [newest] })).toEqual({ step: 'open', asked: newest })
  })

  it('stays open when newer drafts push its version off the list', () => {
    expect(publishStanding(put(), { ...before, offers: [] })).toEqual({ step: 'open', asked: offer(7) })
  })

  it('must be asked anew once another version is live, about the difference from that', () => {
    const newest = offer(7, { changes: [{ of: 'languages' }] })
    const now: Listed = { offers: [newest, offer(6)], liveVersion: 5, comparedWith: 5 }
    expect(publishStanding(put(), now)).toEqual({ step: 'changed', asked: newest })
    expect(publishStanding(putQuestion(7, now) ?? put(), now).step).toBe('open')
  })

  it('must be asked again where the difference follows what is live a moment later', () => {
    const half: Listed = { ...before, liveVersion: 8 }
    const anew = putQuestion(7, half) ?? put()
    expect(publishStanding(anew, { ...half, comparedWith: 8 }).step).toBe('changed')
  })

  it('is none any more once its own version is live', () => {
    expect(publishStanding(put(), { offers: [offer(6)], liveVersion: 7, comparedWith: 7 }).step).toBe('live')
    expect(publishStanding(put(), { ...before, liveVersion: 7 }).step).toBe('live')
  })

  it('stays open while there is no list and the same version is live; it is not known what would change from another', () => {
    expect(publishStanding(put(), { ...before, offers: null })).toEqual({ step: 'open', asked: offer(7) })
    const away: Listed = { offers: null, liveVersion: 8, comparedWith: 8 }
    expect(publishStanding(put(), away).step).toBe('away')
    expect(publishStanding(put(), { ...away, liveVersion: 7 }).step).toBe('live')
    expect(putQuestion(7, away)).toBeNull()
  })

  it('cannot be asked anew where the list no longer has its version', () => {
    expect(publishStanding(put(), { offers: [], liveVersion: 9, comparedWith: 9 }).step).toBe('gone')
  })
})
