import { describe, expect, it } from 'vitest'
import { inLanes } from './in-lanes.ts'

const items = [1, 2, 3, 4, 5]
const lanes = (work: (item: number) => void, isLate = () => false) =>
  inLanes(items, { lanes: 2, isLate, work: async (item) => work(item) })

describe('work in lanes', () => {
  it('is all begun, in order', async () => {
    const begun: number[] = []
    expect(await lanes((item) => void begun.push(item))).toEqual([])
    expect(begun).toEqual(items)
  })

  it('leaves what it was too late for', async () => {
    const begun: number[] = []
    await lanes(
      (item) => void begun.push(item),
      () => begun.length >= 3,
    )
    expect(begun).toEqual([1, 2, 3])
  })

  it('goes on in the other lane when it fails in one, and leaves the rest when it fails in both', async () => {
    const begun: number[] = []
    const failing = (bad: readonly number[]) => (item: number) => {
      begun.push(item)
      if (bad.includes(item)) throw new Error(`${item}`)
    }
    expect(await lanes(failing([1]))).toMatchObject([{ message: '1' }])
    expect(begun.splice(0)).toEqual(items)
    expect(await lanes(failing([1, 3]))).toHaveLength(2)
    expect(begun).toEqual([1, 2, 3])
  })
})
