import { expect, test } from 'vitest'
import { ShowQuery } from '#contracts/show.ts'
import { listStatement } from './list-query.ts'

const statement = (query: object, after: [string, string] | null = null) =>
  listStatement('aurora', ShowQuery.parse(query), after)

test('without `from` only shows that have not begun are listed', () => {
  expect(statement({}).text).toContain('starts_at > now()')
  expect(statement({ from: '2027-01-01T00:00:00Z' }).text).not.toContain('now()')
})

test('what a caller types is only ever a value', () => {
  const { text, values } = statement({ q: "x'; DROP TABLE show; --", city: "O'Brien", category: "a' OR 1=1" })
  expect(text).not.toMatch(/DROP|O'Brien|OR 1=1/)
  expect(values).toEqual(['aurora', "O'Brien", "a' OR 1=1", "%x';%", '%drop%', '%table%', '%show;%', '%--%', 25])
})

test('wildcards in a search stand for themselves', () => {
  expect(statement({ q: '100%_\\' }).values).toContain('%100\\%\\_\\\\%')
})

test('a page goes on after its cursor in the order asked', () => {
  const { text, values } = statement({ sort: '-price', limit: 10 }, ['3500', 'night-train'])
  expect(text).toContain('(p.amount, s.id) < ($2::integer, $3)')
  expect(text).toContain('ORDER BY p.amount DESC, s.id DESC LIMIT $4')
  expect(values).toEqual(['aurora', '3500', 'night-train', 11])
})
