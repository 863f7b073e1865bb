import { beforeEach, describe, expect, test } from 'vitest'
import type { NodeInfo } from '../registry/registry.ts'
import { FRESH_MS, LiveNodes } from './live-nodes.ts'

let nowMs: number
let asked: number
let answer: () => Promise<NodeInfo[]>
let live: LiveNodes
beforeEach(() => {
  nowMs = 0
  asked = 0
  answer = async () => []
  const nodes = () => {
    asked += 1
    return answer()
  }
  live = new LiveNodes({ nodes }, () => nowMs)
})

describe('the live nodes', () => {
  test('are asked for once by all who want to know at the same time', async () => {
    const views = await Promise.all([live.nodes(), live.nodes(), live.nodes()])
    expect(new Set(views).size).toBe(1)
    expect(asked).toBe(1)
  })

  test('are known for as long as a view may be old, and then asked for again', async () => {
    await live.nodes()
    nowMs = FRESH_MS - 1
    await live.nodes()
    expect(asked).toBe(1)
    nowMs = FRESH_MS
    await live.nodes()
    expect(asked).toBe(2)
  })

  test('are asked for again after the registry failed: nobody keeps a failure', async () => {
    answer = () => Promise.reject(new Error('away'))
    await expect(live.nodes()).rejects.toThrow('away')
    answer = async () => []
    expect(await live.nodes()).toEqual([])
  })

  test('may be asked for again while an older question is still open, whose failure then says nothing', async () => {
    const first = Promise.withResolvers<NodeInfo[]>()
    answer = () => first.promise
    const asking = live.nodes()
    nowMs = FRESH_MS
    answer = async () => []
    await live.nodes()
    first.reject(new Error('late'))
    await expect(asking).rejects.toThrow('late')
    await live.nodes()
    expect(asked).toBe(2)
  })
})
