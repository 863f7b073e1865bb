import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { StepButton } from './step-button.tsx'

it('a step that leads nowhere says so and keeps the focus', () => {
  const drawn = renderToStaticMarkup(<StepButton icon="minus" label="One less" onPress={null} />)
  expect(drawn).toContain('aria-disabled="true"')
  expect(drawn).not.toMatch(/ disabled/)
})

it('one that leads somewhere can be pressed', () => {
  expect(renderToStaticMarkup(<StepButton icon="plus" label="One more" onPress={() => {}} />)).not.toContain('disabled')
})
