import type { ComponentProps, MouseEvent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Button } from './button.tsx'

/** @returns what a press of it did */
function pressed(props: ComponentProps<typeof Button>) {
  const did: string[] = []
  const drawn = Button({ ...props, onClick: () => did.push('its work') })
  const press = { preventDefault: () => did.push('kept from its form') }
  ;(drawn.props as ComponentProps<'button'>).onClick?.(press as unknown as MouseEvent<HTMLButtonElement>)
  return did
}

describe.each([['busy'], ['off']] as const)('a button that is %s', (state) => {
  it('is not disabled, which would lose the focus, but says that it cannot be pressed', () => {
    const drawn = renderToStaticMarkup(<Button {...{ [state]: true }}>Send</Button>)
    expect(drawn).toContain('aria-disabled="true"')
    expect(drawn).not.toMatch(/ disabled/)
  })

  it('does nothing when it is pressed, and sends no form', () => {
    expect(pressed({ [state]: true, type: 'submit' })).toEqual(['kept from its form'])
  })
})

it('a button that is neither does its work, and lets its form be sent', () => {
  expect(pressed({ type: 'submit' })).toEqual(['its work'])
  expect(pressed({ busy: false, off: false })).toEqual(['its work'])
  expect(
    renderToStaticMarkup(
      <Button busy={false} off={false}>
        Send
      </Button>,
    ),
  ).not.toContain('disabled')
})
