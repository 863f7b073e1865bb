import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import { messagesFor } from '#lib/text/messages.ts'
import { AdminHeader } from './admin-header.tsx'
import { AdminProblem } from './admin-problem.tsx'

const rendered = (element: React.ReactElement) =>
  renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      {element}
    </IntlProvider>,
  )

const TO_ACCOUNT = /<a [^>]*href="\/account"[^>]*>Your account<\/a>/

it('staff reach the page on which they sign out from every page of theirs', () => {
  expect(rendered(<AdminHeader name="Aurora" who={{ name: 'Ada', role: 'owner' }} pages={[]} />)).toMatch(TO_ACCOUNT)
})

it('a customer who may not be here finds where to sign out, and become somebody else', () => {
  const html = rendered(<AdminProblem kind="nothing" />)
  expect(html).toMatch(TO_ACCOUNT)
  expect(html).toContain('another account')
  expect(rendered(<AdminProblem kind="failed" retry={() => {}} />)).not.toMatch(TO_ACCOUNT)
})
