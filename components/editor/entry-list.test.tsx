import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import { messagesFor } from '#lib/text/messages.ts'
import { EntryList } from './entry-list.tsx'

const drawn = (entries: readonly string[], min = 1) =>
  renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <EntryList entries={entries} edit={() => {}} nameOf={(entry) => entry} fields={() => null} min={min}>
        {null}
      </EntryList>
    </IntlProvider>,
  )
const removal = (html: string) => /<button[^>]*aria-label="Remove[^>]*>/.exec(html)?.[0] ?? ''

it('the last entry that has to stay says why it cannot be removed', () => {
  const html = drawn(['Hero'])
  const [, why] = /aria-describedby="([^"]+)"/.exec(removal(html)) ?? []
  expect(removal(html)).toContain('aria-disabled="true"')
  expect(html).toContain(`id="${why}" role="status" class="muted">One entry has to stay.`)
})

it('says nothing where one may go, nor where there is none', () => {
  expect(removal(drawn(['Hero', 'Text']))).not.toMatch(/disabled|describedby/)
  for (const html of [drawn(['Hero', 'Text']), drawn(['Link'], 0), drawn([], 0)])
    expect(html).not.toContain('has to stay')
})
