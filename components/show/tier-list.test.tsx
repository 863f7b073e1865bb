import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { describe, expect, it } from 'vitest'
import { sampleAvailability } from '#components/seat-map/sample-hall.ts'
import { messagesFor } from '#lib/text/messages.ts'
import { TierList } from './tier-list.tsx'

/** Which buttons of the first tier, by their names, can be pressed. */
function pressable({ quantity = 1, available = 9, onSale = true, changes = true } = {}) {
  const tiers = sampleAvailability()
    .tiers.slice(0, 1)
    .map((tier) => ({ ...tier, available }))
  const html = renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <TierList tiers={tiers} quantities={{ dear: quantity }} onSale={onSale} onChange={changes ? () => {} : null} />
    </IntlProvider>,
  )
  const buttons = [...html.matchAll(/<button([^>]*)>/g)].map(([, attributes = '']) => attributes)
  expect(buttons.join(), 'what goes grey under the focus must keep it').not.toMatch(/\sdisabled/)
  return buttons.flatMap((attributes) =>
    attributes.includes('aria-disabled="true"') ? [] : [/aria-label="(\S+ \S+)/.exec(attributes)?.[1]],
  )
}

describe('how many tickets', () => {
  it('can be more and fewer within what is left', () => {
    expect(pressable()).toHaveLength(2)
    expect(pressable({ quantity: 0 })).toHaveLength(1)
    expect(pressable({ available: 1 })).toHaveLength(1)
    expect(pressable({ quantity: 0, available: 0 })).toEqual([])
  })

  it('cannot be changed while it is being reserved, and the buttons say so', () => {
    expect(pressable({ changes: false })).toEqual([])
  })

  it('is not asked before sales begin', () => {
    expect(pressable({ onSale: false, changes: false })).toEqual([])
  })
})
