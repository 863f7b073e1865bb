import { expect, it } from 'vitest'
import { timeNews } from './time-news.ts'

const at = (minutes: number, expiresAt = '2026-12-01T12:10:00.000Z') => ({ minutes, expiresAt })
const later = '2026-12-01T12:19:00.000Z'

it.each([
  ['nothing within a minute', at(5), at(5), null],
  ['each minute that has passed', at(5), at(4), 'minute'],
  ['more time, once', at(1), at(10, later), 'extended'],
  ['more time within the same minute', at(10), at(10, later), 'extended'],
  ['only the minute after that', at(10, later), at(9, later), 'minute'],
  ['nothing when the clock is set right', at(5), at(6), null],
  ['nothing at the end: the page says that itself', at(1), at(0), null],
] as const)('%s is news', (_, before, now, news) => {
  expect(timeNews(before, now)).toBe(news)
})
