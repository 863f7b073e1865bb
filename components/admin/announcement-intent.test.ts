import { expect, it } from 'vitest'
import { Intents } from '#components/api/intents.ts'
import type { NewAnnouncement } from './announcement-draft.ts'
import { announcementIntent } from './announcement-intent.ts'

function tab() {
  const entries = new Map<string, string>()
  const storage = {
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
    removeItem: (name: string) => void entries.delete(name),
  }
  const intents = new Intents(() => storage)
  return {
    key: (announcement: NewAnnouncement) => intents.keyFor(announcementIntent(announcement), announcement),
    answered: (announcement: NewAnnouncement) => intents.settle(announcementIntent(announcement)),
  }
}

const unanswered: NewAnnouncement = { text: 'Two for one', translations: { 'de-DE': 'Zwei für eins' } }

it('what was never answered keeps its key, whatever is announced in between', () => {
  const { key, answered } = tab()
  const first = key(unanswered)
  const another = { ...unanswered, text: 'Three for one' }
  expect(key(another)).not.toBe(first)
  answered(another)
  expect(key({ ...unanswered })).toBe(first)
})

it.each<[string, NewAnnouncement]>([
  ['translation', { ...unanswered, translations: { 'de-DE': 'Zwei zum Preis von einer' } }],
  ['link', { ...unanswered, href: '/shows' }],
  ['moment', { ...unanswered, until: '2026-12-05T19:30:00Z' }],
])('with another %s it is another', (_, other) => {
  const { key } = tab()
  expect(key(other)).not.toBe(key(unanswered))
})

it('what was answered is another one the next time', () => {
  const { key, answered } = tab()
  const first = key(unanswered)
  answered(unanswered)
  expect(key(unanswered)).not.toBe(first)
})
