import { expect, it } from 'vitest'
import { AddressBook } from './address-book.ts'

const node = (id: string, url: string) => ({ id, url, slot: 0, state: 'ready' as const, connections: 0 })

it('finds a node by the id it had before, as long as somebody lives at its address', () => {
  const book = new AddressBook()
  book.note([node('old', 'http://a')], 0)
  for (const nowMs of [20_000, 600_000]) {
    book.note([node('new', 'http://a')], nowMs)
    expect([book.urlOf('old'), book.urlOf('new')]).toEqual(['http://a', 'http://a'])
  }
  book.note([node('new', 'http://a')], 41 * 60_000)
  expect(book.urlOf('old')).toBeNull()
})

it('keeps a node that is missing for a moment, and forgets one that is gone', () => {
  const book = new AddressBook()
  book.note([node('a', 'http://a')], 0)
  book.note([], 10_000)
  expect(book.urlOf('a')).toBe('http://a')
  book.note([], 10_001)
  expect(book.urlOf('a')).toBeNull()
  expect(book.urlOf('never seen')).toBeNull()
})
