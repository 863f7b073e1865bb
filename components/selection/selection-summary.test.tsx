import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import { sampleAvailability } from '#components/seat-map/sample-hall.ts'
import { messagesFor } from '#lib/text/messages.ts'
import { EMPTY_SELECTION } from './selection-state.ts'
import { SelectionSummary } from './selection-summary.tsx'

function drawn({ quantity = 1, holding = false }): string {
  return renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <SelectionSummary
        selection={{ ...EMPTY_SELECTION, quantities: { dear: quantity } }}
        situation={{ availability: sampleAvailability(), hall: null, maxPerBuyer: 4 }}
        take={null}
        holding={holding}
        unanswered={false}
        onContinue={() => {}}
        notice=""
      />
    </IntlProvider>,
  )
}

const wayOn = (how: Parameters<typeof drawn>[0]) =>
  drawn(how)
    .match(/<button[^>]*>/g)
    ?.at(-1)

it('the way on is none while it is being reserved, nor without tickets, and keeps the focus', () => {
  expect(wayOn({})).not.toContain('disabled')
  for (const way of [wayOn({ holding: true }), wayOn({ quantity: 0 })]) {
    expect(way).toMatch(/ aria-disabled="true"/)
    expect(way).not.toMatch(/ disabled/)
  }
})

it('the way on says why it is none, where nothing is chosen', () => {
  const [, why] = /aria-describedby="([^"]+)"/.exec(wayOn({ quantity: 0 }) ?? '') ?? []
  expect(drawn({ quantity: 0 })).toMatch(new RegExp(`<p id="${why}"[^>]*>Nothing chosen yet.</p>`))
  expect(wayOn({})).not.toContain('aria-describedby')
})

it('a ticket that cannot be given back at the moment keeps the focus', () => {
  const [remove] = drawn({}).match(/<button[^>]*>/g) ?? []
  expect(remove).toMatch(/ aria-disabled="true"/)
  expect(remove).not.toMatch(/ disabled/)
})
