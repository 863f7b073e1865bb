import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { describe, expect, it } from 'vitest'
import { sampleAvailability } from '#components/seat-map/sample-hall.ts'
import type { Tier } from '#contracts/availability.ts'
import { messagesFor } from '#lib/text/messages.ts'
import { TierList } from './tier-list.tsx'

/** One tier as it is drawn. */
function drawn({ quantity = 1, onSale = true, changes = true, ...about }: Drawn = {}) {
  const tiers = sampleAvailability()
    .tiers.slice(0, 1)
    .map((tier) => ({ ...tier, available: 9, ...about }))
  return renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <TierList tiers={tiers} quantities={{ dear: quantity }} onSale={onSale} onChange={changes ? () => {} : null} />
    </IntlProvider>,
  )
}

interface Drawn extends Partial<Pick<Tier, 'available' | 'status'>> {
  readonly quantity?: number
  readonly onSale?: boolean
  readonly changes?: boolean
}

/** Which buttons of the first tier, by their names, can be pressed. */
function pressable(how: Drawn = {}) {
  const html = drawn(how)
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

  it('cannot be more than what is left, and the button points at how many that is', () => {
    const more = (how: Drawn) => /<button[^>]*aria-label="One more[^>]*>/.exec(drawn(how))?.[0] ?? ''
    const last = { status: 'few', available: 1 } as const
    const [, why] = /aria-describedby="([^"]+)"/.exec(more(last)) ?? []
    expect(drawn(last)).toMatch(new RegExp(`id="${why}"[^>]*>Last one<`))
    for (const how of [{ ...last, quantity: 0 }, { ...last, changes: false }, { available: 1 }])
      expect(more(how)).not.toContain('describedby')
  })

  it('is not asked before sales begin', () => {
    expect(pressable({ onSale: false, changes: false })).toEqual([])
  })
})
