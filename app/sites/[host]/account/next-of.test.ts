import { expect, it } from 'vitest'
import { wayBackFrom, withNext } from '#components/account/way-back.ts'
import { nextOf } from './next-of.ts'

it.each([
  [{ next: '/checkout/h1' }, '/checkout/h1'],
  [{ next: '//evil.example' }, '/account'],
  [{ next: ['/shows', '//evil.example'] }, null],
  [{}, null],
])('%o leads to %s', async (query, next) => {
  expect(await nextOf(Promise.resolve(query))).toBe(next)
})

it.each(['/', '/checkout/h1', '/shows?q=a%20b&page=2', '/preview/v2/shows'])(
  'the way back from %s is one',
  async (here) => {
    const asked = new URL(
      withNext('/account/sign-in', wayBackFrom(new URL(here, 'https://shop.invalid'), '/')),
      'https://shop.invalid',
    )
    expect(await nextOf(Promise.resolve(Object.fromEntries(asked.searchParams)))).toBe(here)
  },
)
