import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import { nextDraft, openDraft } from '#components/admin/draft-state.ts'
import { messagesFor } from '#lib/text/messages.ts'
import { DraftBar } from './draft-bar.tsx'

it('shows what a colleague changed, in another tab, before one of two drafts is chosen', () => {
  const draft = nextDraft(openDraft(7), { type: 'newer', version: 9, by: 'Ada' })
  const html = renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <DraftBar {...{ draft, faults: new Map(), keepMine: () => {}, again: () => {} }} />
    </IntlProvider>,
  )
  const ways = [...html.matchAll(/<(?:a|button)([^>]*)>(.*?)</g)]
  expect(ways.map(([, , words]) => words)).toEqual([
    'See what they changed',
    'Drop mine, load theirs',
    'Save mine on top',
  ])
  expect(ways[0]?.[1]).toContain('href="/admin/versions?from=7&amp;to=9" target="_blank"')
})
