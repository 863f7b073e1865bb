import { expect, it } from 'vitest'
import { type AnnouncementWords, type Overwritten, overwrittenBy } from './overwritten-words.ts'

const saying = (text: string, href = ''): AnnouncementWords => ({ texts: { 'en-GB': text }, href })
const draft = saying('Half a thou')
const doors = saying('Doors open', '/shows')
const encore = saying('One more night')

it.each<[string, AnnouncementWords, AnnouncementWords, Overwritten | null, AnnouncementWords | null]>([
  ['a text that was begun', doors, draft, null, draft],
  ['a link alone', doors, { texts: {}, href: '/sho' }, null, { texts: {}, href: '/sho' }],
  [
    'a text in another language',
    doors,
    { texts: { 'de-DE': 'Ein' }, href: '' },
    null,
    { texts: { 'de-DE': 'Ein' }, href: '' },
  ],
  ['nothing of an empty form', doors, { texts: { 'en-GB': ' ' }, href: '' }, null, null],
  ['nothing of the same words', doors, { texts: { ...doors.texts, 'de-DE': '' }, href: '/shows ' }, null, null],
  ['what was begun, through a second one too', encore, doors, { words: draft, by: doors }, draft],
  [
    'what was made of the first one',
    encore,
    saying('Doors open late'),
    { words: draft, by: doors },
    saying('Doors open late'),
  ],
  [
    'what was begun, after the first one was announced and the next begun',
    encore,
    saying('Nex'),
    { words: draft, by: doors },
    saying('Nex'),
  ],
  ['nothing once it is brought back', draft, doors, { words: draft, by: doors }, null],
  [
    'what stood there when it was brought back',
    draft,
    saying('Doors open late'),
    { words: draft, by: doors },
    saying('Doors open late'),
  ],
])('used again, an announcement takes the place of %s', (_, by, now, before, lost) => {
  expect(overwrittenBy(by, now, before)).toEqual(lost && { words: lost, by })
})

it('leaves the moments alone, which it does not take the place of', () => {
  const fields = { ...draft, startsAt: '2026-12-05T19:30', until: '' }
  expect(overwrittenBy(doors, fields, null)).toEqual({ words: draft, by: doors })
})
