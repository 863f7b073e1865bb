import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import { messagesFor } from '#lib/text/messages.ts'
import { AdminHeader } from './admin-header.tsx'
import { AdminProblem } from './admin-problem.tsx'

const rendered = (element: React.ReactElement) =>
  renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <QueryClientProvider client={new QueryClient()}>{element}</QueryClientProvider>
    </IntlProvider>,
  )

const languages = {
  locale: 'de-DE',
  choices: [
    { locale: 'en-GB', name: 'English (UK)' },
    { locale: 'de-DE', name: 'Deutsch' },
  ],
} as const

const TO_ACCOUNT = /<a [^>]*href="\/account"[^>]*>Your account<\/a>/

it('staff reach the page on which they sign out from every page of theirs', () => {
  const html = rendered(
    <AdminHeader name="Aurora" languages={languages} who={{ name: 'Ada', role: 'owner' }} pages={[]} />,
  )
  expect(html).toMatch(TO_ACCOUNT)
})

it('staff choose their language by its own name; who is no staff chooses nothing', () => {
  const header = (who: { name: string; role: 'viewer' } | null) =>
    rendered(<AdminHeader name="Aurora" languages={languages} who={who} pages={[]} />)
  expect(header({ name: 'Ada', role: 'viewer' })).toContain('<option value="de-DE" lang="de-DE" selected="">Deutsch')
  expect(header(null)).not.toContain('<option')
})

it('a customer who may not be here finds where to sign out, and become somebody else', () => {
  const html = rendered(<AdminProblem kind="nothing" />)
  expect(html).toMatch(TO_ACCOUNT)
  expect(html).toContain('another account')
  expect(rendered(<AdminProblem kind="failed" retry={() => {}} />)).not.toMatch(TO_ACCOUNT)
})
