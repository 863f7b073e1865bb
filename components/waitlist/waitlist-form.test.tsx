import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { describe, expect, it } from 'vitest'
import { messagesFor } from '#lib/text/messages.ts'
import { WaitlistForm } from './waitlist-form.tsx'

const messages = messagesFor('en-GB')
const AVAILABLE = 'There are tickets again'

function drawn(...tiers: string[]): string {
  const soldOut = tiers.map((id) => ({ id, name: id }))
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <IntlProvider locale="en-GB" messages={messages} timeZone="UTC">
        <WaitlistForm showId="s" tiers={soldOut} allSoldOut={false} maxPerBuyer={4} />
      </IntlProvider>
    </QueryClientProvider>,
  )
}

describe('the form of the waitlist', () => {
  it('is offered while something is sold out', () => {
    expect(drawn('stalls')).toMatch(/<option value="stalls">/)
    expect(drawn('stalls')).not.toMatch(/<details[^>]*hidden/)
    expect(drawn('stalls')).not.toContain(AVAILABLE)
  })

  it('is there for whoever has begun with it when tickets are back, says so, and is offered to nobody else', () => {
    expect(drawn()).toContain(AVAILABLE)
    expect(drawn()).toMatch(/<details[^>]*hidden=""/)
  })
})
