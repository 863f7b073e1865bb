import type { ComponentProps, MouseEvent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { StaffButton } from './staff-button.tsx'

/** @returns what a press of it did */
function pressed(props: ComponentProps<typeof StaffButton>) {
  const did: string[] = []
  const drawn = StaffButton({ ...props, onClick: () => did.push('its work') })
  const press = { preventDefault: () => did.push('kept from its form') }
  ;(drawn.props as ComponentProps<'button'>).onClick?.(press as unknown as MouseEvent<HTMLButtonElement>)
  return did
}

it.each(['busy', 'off'])('one that is %s keeps the focus, says so, and neither works nor sends its form', (state) => {
  const drawn = renderToStaticMarkup(<StaffButton {...{ [state]: true }}>Save</StaffButton>)
  expect(drawn).toContain('aria-disabled="true"')
  expect(drawn).not.toMatch(/ disabled/)
  expect(pressed({ [state]: true, type: 'submit' })).toEqual(['kept from its form'])
})

it('one that is neither works, and looks as it is told', () => {
  expect(pressed({ type: 'submit' })).toEqual(['its work'])
  expect(renderToStaticMarkup(<StaffButton>Save</StaffButton>)).toBe(
    '<button type="button" class="button">Save</button>',
  )
  expect(
    renderToStaticMarkup(
      <StaffButton kind="small" push>
        Save
      </StaffButton>,
    ),
  ).toContain('class="button small push"')
})
