import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { StepButton } from './step-button.tsx'

it('a step that leads nowhere says so and keeps the focus', () => {
  const drawn = renderToStaticMarkup(<StepButton icon="minus" label="One less" onPress={null} />)
  expect(drawn).toContain('aria-disabled="true"')
  expect(drawn).not.toMatch(/ disabled/)
})

it('says why where something tells of that, and only while it leads nowhere', () => {
  const drawn = (onPress: (() => void) | null) =>
    renderToStaticMarkup(<StepButton icon="plus" label="One more" onPress={onPress} why="limit" />)
  expect(drawn(null)).toContain('aria-describedby="limit"')
  expect(drawn(() => {})).not.toContain('describedby')
})

it('one that leads somewhere can be pressed', () => {
  expect(renderToStaticMarkup(<StepButton icon="plus" label="One more" onPress={() => {}} />)).not.toContain('disabled')
})
