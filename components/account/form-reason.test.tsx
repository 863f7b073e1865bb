import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { describe, expect, it } from 'vitest'
import { messagesFor } from '#lib/text/messages.ts'
import { FormReason } from './form-reason.tsx'

const said = (props: ComponentProps<typeof FormReason>) =>
  renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <FormReason {...props} />
    </IntlProvider>,
  )

describe('where nobody knows what became of a form', () => {
  it.each([
    ['no-answer', 'We got no answer'],
    ['broken', 'Something went wrong'],
  ])('“%s” does not claim that nothing was changed', (reason, title) => {
    const text = said({ reason })
    expect(text).toContain(title)
    expect(text).toContain('It may have worked')
    expect(text).not.toMatch(/Nothing was changed/)
  })

  it('says how to find out, where loading the page again does not tell', () => {
    expect(said({ reason: 'no-answer', findOut: 'mail' })).toContain('look at your mail')
    expect(said({ reason: 'no-answer', findOut: 'signIn' })).toContain('try to sign in')
    expect(said({ reason: 'no-answer', findOut: 'newPassword' })).toContain('your new password counts')
  })
})

it('a refusal changed nothing, and says so', () => {
  expect(said({ reason: 'storefront/invalid-request' })).toContain('Nothing was changed')
})

it('a new password is no way out where none was tried, least of all on the form that asks for one', () => {
  const reason = 'storefront/too-many-attempts'
  expect(said({ reason, triesPassword: true })).toContain('new password')
  expect(said({ reason })).not.toContain('new password')
  expect(said({ reason: 'storefront/too-often' })).toContain('Too many attempts')
})
