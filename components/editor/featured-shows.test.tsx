import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import type { ShowChoices } from '#lib/admin/show-choices.ts'
import { messagesFor } from '#lib/text/messages.ts'
import { FeaturedShows } from './featured-shows.tsx'

const night = (id: string, when: string) => ({ id, title: 'Night Train', when, venue: 'The Hall · Leeds' })
const choices: ShowChoices = {
  next: [night('a', 'Fri 4 Dec, 19:30'), night('b', 'Sat 5 Dec, 19:30')],
  featured: [night('past', 'Thu 1 Jan, 19:30')],
}

/** The words beside each box, in their order. */
function labels(shows: ShowChoices, showIds: string[]): string[] {
  const html = renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <FeaturedShows shows={shows} showIds={showIds} fault={undefined} onShowIds={() => {}} />
    </IntlProvider>,
  )
  return [...html.matchAll(/<label>(.*?)<\/label>/g)].map(([, inside = '']) => inside.replace(/<[^>]*>/g, ''))
}

it('tells nights of one show apart, and calls what is featured already by its title, wherever it lies', () => {
  expect(labels(choices, ['past', 'gone', 'b'])).toEqual([
    'Night Train Thu 1 Jan, 19:30 · The Hall · Leeds',
    'gone not for sale here',
    'Night Train Fri 4 Dec, 19:30 · The Hall · Leeds',
    'Night Train Sat 5 Dec, 19:30 · The Hall · Leeds',
  ])
})

it('accuses no show while core is away', () => {
  expect(labels(null, ['a'])).toEqual(['a '])
})
