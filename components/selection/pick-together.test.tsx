import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import { hallOf } from '#components/seat-map/hall.ts'
import { sampleAvailability, samplePlan } from '#components/seat-map/sample-hall.ts'
import { messagesFor } from '#lib/text/messages.ts'
import { PickTogether } from './pick-together.tsx'

/** The button for one seat more, where two are wanted. */
function more(maxPerBuyer: number): string {
  const availability = sampleAvailability()
  const hall = hallOf(availability.seats ?? [], samplePlan)
  const html = renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <PickTogether
        situation={{ availability, hall, maxPerBuyer }}
        hall={hall}
        chosen={[]}
        take={() => {}}
        limitId="limit"
      />
    </IntlProvider>,
  )
  return /<button[^>]*aria-label="One seat more"[^>]*>/.exec(html)?.[0] ?? ''
}

it('one seat more than a person may have is none, and the button points at the limit', () => {
  expect(more(2)).toMatch(/aria-describedby="limit".* aria-disabled="true"/)
  expect(more(3)).not.toMatch(/disabled|describedby/)
})
