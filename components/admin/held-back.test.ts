import { expect, it } from 'vitest'
import { heldBack } from './held-back.ts'

/** `ask`, `open` a dialog, `close` it; @returns how often the page was rendered again after each. */
function story(...steps: ('ask' | 'open' | 'close')[]): number[] {
  let open = 0
  let done = 0
  const held = heldBack(
    () => open > 0,
    () => done++,
  )
  return steps.map((step) => {
    if (step === 'ask') held.ask()
    if (step === 'open') open++
    if (step === 'close') {
      open--
      held.closed()
    }
    return done
  })
}

it.each<[string, Parameters<typeof story>, number[]]>([
  ['at once where nobody reads', ['ask', 'ask'], [1, 2]],
  ['when what is read is closed', ['open', 'ask', 'close'], [0, 0, 1]],
  ['once for all that was told meanwhile', ['open', 'ask', 'ask', 'ask', 'close'], [0, 0, 0, 0, 1]],
  ['not for a dialog during which nothing was told', ['open', 'close', 'ask'], [0, 0, 1]],
  ['when the last of two is closed', ['open', 'open', 'ask', 'close', 'close'], [0, 0, 0, 0, 1]],
  ['no second time for what waited before', ['open', 'ask', 'close', 'open', 'close'], [0, 0, 1, 1, 1]],
])('renders again %s', (_, steps, expected) => {
  expect(story(...steps)).toEqual(expected)
})
