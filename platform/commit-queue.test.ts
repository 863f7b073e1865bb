import { beforeEach, describe, expect, test } from 'vitest'
import { CommitQueue } from './commit-queue.ts'

let queue: CommitQueue
let committed: number[]
beforeEach(() => {
  queue = new CommitQueue()
  committed = []
})

/** A batch that is done when the test says so. */
function take(n: number, commit = async () => void committed.push(n)) {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  return { done: resolve, end: queue.add(promise, commit) }
}

describe('a queue of commits', () => {
  test('commits a batch when it is done', async () => {
    const one = take(1)
    expect(queue.idle).toBe(false)
    expect(committed).toEqual([])
    one.done(true)
    await one.end
    expect(committed).toEqual([1])
    expect(queue.idle).toBe(true)
  })

  test('commits nothing before what came before it, and what is done by then in one', async () => {
    const [one, two, three, four] = [take(1), take(2), take(3), take(4)]
    three.done(true)
    two.done(true)
    await new Promise((turn) => setImmediate(turn))
    expect(committed).toEqual([])
    one.done(true)
    await Promise.all([one.end, two.end, three.end])
    expect(committed).toEqual([3])
    four.done(true)
    await four.end
    expect(committed).toEqual([3, 4])
  })

  test('commits nothing any more after a batch that was not done', async () => {
    const [one, two, three] = [take(1), take(2), take(3)]
    one.done(true)
    await one.end
    three.done(true)
    two.done(false)
    await Promise.all([two.end, three.end])
    const four = take(4)
    four.done(true)
    await four.end
    expect(committed).toEqual([1])
    expect(queue.idle).toBe(false)
  })

  test('tells of a commit that failed, and goes on with the next', async () => {
    const one = take(1, async () => {
      throw new Error('the group has moved on')
    })
    one.done(true)
    await expect(one.end).rejects.toThrow('moved on')
    const two = take(2)
    two.done(true)
    await two.end
    expect(committed).toEqual([2])
  })
})
