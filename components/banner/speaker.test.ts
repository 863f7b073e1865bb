import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSpeaker } from './speaker.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What stands where screen readers listen, each time it becomes another text: only then do they speak. */
function listening() {
  const heard: string[] = []
  const speaker = createSpeaker((text) => {
    if (text !== (heard.at(-1) ?? '')) heard.push(text)
  })
  const tell = (text: string, forMs: number) => {
    speaker.tell(text)
    vi.advanceTimersByTime(forMs)
  }
  return { heard, tell, speaker }
}

it('the same words are read out again when they are told again', () => {
  const { heard, tell } = listening()
  tell('One ticket sold', 6_000)
  tell('', 10_000)
  tell('One ticket sold', 6_000)
  expect(heard).toEqual(['One ticket sold', '', 'One ticket sold'])
})

it('a rush is read out no more often than one can listen to, and then as it is by that time', () => {
  const { heard, tell } = listening()
  for (let sales = 1; sales <= 10; sales++) tell(`${sales} sold`, 1_000)
  expect(heard).toEqual(['1 sold', '8 sold'])
})

it('what is gone before its turn is not read out, nor anything once nobody listens', () => {
  const { heard, tell, speaker } = listening()
  tell('One', 1_000)
  tell('Two', 1_000)
  tell('', 10_000)
  speaker.tell('Three')
  speaker.close()
  vi.advanceTimersByTime(10_000)
  expect(heard).toEqual(['One', ''])
})
