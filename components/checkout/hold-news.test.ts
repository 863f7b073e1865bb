import { afterEach, describe, expect, it, vi } from 'vitest'
import { holdNews } from './hold-news.ts'

afterEach(() => vi.unstubAllGlobals())

describe('news of a hold', () => {
  it('reach whoever listens to this hold, and nobody else', async () => {
    const heard: string[] = []
    const stops = ['h1', 'h2', 'h2'].map((id, tab) => holdNews.listen(id, () => heard.push(`${tab} ${id}`)))
    holdNews.tell('h2')
    await vi.waitFor(() => expect(heard.toSorted()).toEqual(['1 h2', '2 h2']))
    for (const stop of stops) stop()
  })

  it('are none where a browser has no channels', () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const stop = holdNews.listen('h1', () => expect.unreachable())
    holdNews.tell('h1')
    stop()
  })
})
