import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import { messagesFor } from '#lib/text/messages.ts'
import { MapControls } from './map-controls.tsx'

it('at the end of "further away" a button keeps the focus of whoever pressed it there', () => {
  const html = renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <MapControls canGoFurther={false} onCloser={() => {}} onFurther={() => {}} onWhole={() => {}} />
    </IntlProvider>,
  )
  const buttons = html.match(/<button[^>]*>/g) ?? []
  expect(buttons.map((button) => button.includes('aria-disabled="true"'))).toEqual([false, true, true])
  expect(buttons.join()).not.toMatch(/ disabled/)
})
