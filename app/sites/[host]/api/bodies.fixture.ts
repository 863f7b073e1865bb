import { exampleConfig } from '#dev/test/example-config.ts'

const email = 'ada@example.com'
const [password, token] = ['correct horse battery', 'a-token-of-a-mail']

/** A good body for each route that takes one; null for those that take none, or no JSON. */
export const BODIES: Readonly<Record<string, unknown>> = {
  'POST account/delete': { password },
  'POST account/email': { email, password },
  'POST account/forgot': { email },
  'POST account/password': { currentPassword: password, password },
  'POST account/profile': { name: 'Ada' },
  'POST account/reminders': { wanted: true },
  'POST account/resend': { email },
  'POST account/reset': { token, password },
  'POST account/sessions/end': { sessionId: 'abc' },
  'POST account/sign-in': { email, password },
  'POST account/sign-out': null,
  'POST account/sign-up': { name: 'Ada', email, password },
  'POST account/verify': { token },
  'POST admin/announcements': { text: 'Hello', translations: { 'de-DE': 'Hallo' }, href: '/shows' },
  'POST admin/drafts': { base: 0, config: exampleConfig({ hosts: ['aurora.localhost'] }) },
  'POST admin/language': { language: 'en-GB' },
  'POST admin/orders/[id]/send-again': null,
  'POST admin/orders/search': { q: 'Ada', cursor: 'abc' },
  'POST admin/pictures': null,
  'POST admin/preview-links': { version: 1, days: 1 },
  'POST admin/staff': { email, role: 'viewer' },
  'POST admin/staff/[accountId]': { role: 'viewer' },
  'POST admin/versions/[version]/publish': { liveVersion: 1 },
  'POST holds': { showId: 'night-train', items: [{ tierId: 'floor', quantity: 1 }] },
  'POST holds/[id]/extend': null,
  'POST inbox/read': { ids: ['abc'] },
  'POST orders': { holdId: 'hold_1', buyer: { name: 'Ada', email }, total: { amount: 1, currency: 'GBP' } },
  'POST orders/[id]/send-again': null,
  'POST orders/find': { email, code: 'K7QX-24PD' },
  'POST realtime/session': null,
  'POST unsubscribe/[key]': null,
  'PUT unsubscribe/[key]': null,
  'POST waitlist': { showId: 'night-train', tierId: 'floor', email, quantity: 1 },
  'POST waitlist/[token]': null,
}

/** Parameters that a route's pattern lets through, so that what is refused is refused for another reason. */
export const PARAMS: Readonly<Record<string, string>> = {
  id: 'abc',
  accountId: 'abc',
  version: '1',
  token: 'x'.repeat(32),
  key: 'x'.repeat(100),
}
