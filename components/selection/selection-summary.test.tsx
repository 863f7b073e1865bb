import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import { sampleAvailability } from '#components/seat-map/sample-hall.ts'
import { messagesFor } from '#lib/text/messages.ts'
import { EMPTY_SELECTION } from './selection-state.ts'
import { SelectionSummary } from './selection-summary.tsx'

function wayOn({ quantity = 1, holding = false }): string | undefined {
  const html = renderToStaticMarkup(
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
  return html.match(/<button[^>]*>/g)?.at(-1)
}

it('the way on keeps the focus while it is being reserved, and is no way without tickets', () => {
  expect(wayOn({})).not.toContain('disabled')
  expect(wayOn({ holding: true })).toMatch(/ aria-disabled="true"/)
  expect(wayOn({ holding: true })).not.toMatch(/ disabled/)
  expect(wayOn({ quantity: 0 })).toMatch(/ disabled/)
})
