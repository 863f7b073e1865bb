import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { describe, expect, it } from 'vitest'
import { messagesFor } from '#lib/text/messages.ts'
import { hallOf } from './hall.ts'
import { sampleAvailability, samplePlan } from './sample-hall.ts'
import { createSeatFactsReader } from './seat-facts.ts'
import { SeatMap } from './seat-map.tsx'

const hall = hallOf(sampleAvailability().seats ?? [], samplePlan)

function drawn({ locked = false } = {}): string {
  const words = { place: () => '', price: () => '', state: (state: string) => state, sentence: () => '' }
  const own = { chosen: ['s-C1'], reserved: new Set(['s-B1']) }
  const facts = createSeatFactsReader()(hall, sampleAvailability({ B1: 'held', B2: 'held' }), own, words)
  return renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <SeatMap hall={hall} facts={facts} onToggle={() => {}} locked={locked} />
    </IntlProvider>,
  )
}

const seatIn = (html: string, label: string) => new RegExp(`<rect[^>]*data-seat="${label}"[^>]*>`).exec(html)?.[0] ?? ''

describe('the map of a hall', () => {
  it('shows seats that are reserved for us as ours, and not to be chosen', () => {
    const [mine, held, chosen, free] = ['B1', 'B2', 'C1', 'C2'].map((label) => seatIn(drawn(), label))
    expect(mine).toMatch(/data-status="mine".*aria-checked="true".*aria-disabled="true"/)
    expect(held).toMatch(/data-status="held".*aria-checked="false".*aria-disabled="true"/)
    expect(chosen).toMatch(/data-status="chosen".*aria-checked="true".*aria-disabled="false"/)
    expect(free).toMatch(/data-status="available".*aria-checked="false".*aria-disabled="false"/)
  })

  it('says as a whole when nothing can be chosen', () => {
    const drawing = (html: string) => /<svg[^>]*role="group"[^>]*>/.exec(html)?.[0]
    expect(drawing(drawn())).not.toContain('aria-disabled')
    expect(drawing(drawn({ locked: true }))).toContain('aria-disabled="true"')
  })
})
