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

  it('goes on behind what fails, and says what did', async () => {
    const begun: number[] = []
    const failures = await lanes((item) => {
      begun.push(item)
      if (item <= 3) throw new Error(`${item}`)
    })
    expect(failures).toMatchObject([{ message: '1' }, { message: '2' }, { message: '3' }])
    expect(begun).toEqual(items)
  })
})
