import { expect, it } from 'vitest'
import { signedInSince } from './signed-in-since.ts'

const session = { since: '2026-12-05T19:30:00Z' }

it.each([
  ['en-GB', 'Europe/London', /^Signed in since Saturday,? 5 December 2026, 19:30$/],
  ['en-US', 'America/New_York', /^Signed in since Saturday, December 5, 2026, 2:30 PM$/],
  ['de-DE', 'Europe/Berlin', /^Angemeldet seit Samstag, 5\. Dezember 2026, 20:30$/],
  ['es-ES', 'Europe/Madrid', /^Sesión iniciada el sábado, 5 de diciembre de 2026, 20:30$/],
  ['ja-JP', 'Asia/Tokyo', /^ログイン日時：2026年12月6日日曜日 4:30$/],
] as const)('a session says when it began: %s', (locale, timeZone, words) => {
  expect(signedInSince(session, { locale, timeZone })).toMatch(words)
})
