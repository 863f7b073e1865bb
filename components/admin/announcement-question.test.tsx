import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import { messagesFor } from '#lib/text/messages.ts'
import type { NewAnnouncement } from './announcement-draft.ts'
import { AnnouncementQuestion } from './announcement-question.tsx'

const languages = [
  { locale: 'en-GB', name: 'English' },
  { locale: 'de-DE', name: 'German' },
]

/** What stands in each paragraph of the question. */
function asked(announcement: NewAnnouncement): string[] {
  const html = renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <AnnouncementQuestion
        dialog={{ current: null }}
        {...{ announcement, languages, timeZone: 'Europe/Madrid', send: () => {} }}
      />
    </IntlProvider>,
  )
  return [...html.matchAll(/<p[^>]*>(.*?)<\/p>/g)].map(([, inside = '']) => inside)
}

it('asks with every text, the times by the clocks of the shop, year and all, and where it leads', () => {
  const moments = { startsAt: '2026-12-05T18:30:00Z', until: '2027-12-06T18:30:00Z' }
  const texts = { text: 'Two for one', translations: { 'de-DE': 'Zwei für eins' } }
  expect(asked({ ...texts, ...moments, href: '/shows' })).toEqual([
    ...['Text in English', 'Two for one', 'Text in German', 'Zwei für eins'],
    'From Saturday, 5 December 2026 · 19:30 until Monday, 6 December 2027 · 19:30',
    'It leads to /shows.',
  ])
})

it('says that it is shown at once, for how long, and that it leads nowhere', () => {
  expect(asked({ text: 'Two for one' })).toEqual([
    ...['Text in English', 'Two for one'],
    'From now until it is recalled',
    'It has no link.',
  ])
})
