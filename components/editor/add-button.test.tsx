import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import { messagesFor } from '#lib/text/messages.ts'
import { AddButton } from './add-button.tsx'

const drawn = (count: number) =>
  renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <AddButton text="Add a link" count={count} limit={8} onAdd={() => {}} />
    </IntlProvider>,
  )

it('the last one that fits leaves the focus on the button, which says why there is no other', () => {
  const [, why] = /aria-describedby="([^"]+)"/.exec(drawn(8)) ?? []
  expect(drawn(8)).toMatch(/<button[^>]* aria-disabled="true"/)
  expect(drawn(8)).not.toMatch(/ disabled/)
  expect(drawn(8)).toContain(`id="${why}" role="status" class="muted">There is room for 8 entries.`)
})

it('says nothing as long as there is room', () => {
  expect(drawn(7)).not.toMatch(/disabled|describedby|room/)
})
