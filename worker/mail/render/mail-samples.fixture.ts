import type { MailContent, MailShow } from '#contracts/mail.ts'

export const sampleMailShow: MailShow = {
  id: 'night-train',
  title: 'Night Train',
  startsAt: '2026-12-05T19:30:00Z',
  doorsAt: '2026-12-05T18:30:00Z',
  timeZone: 'Europe/London',
  venue: 'The Old Depot',
  address: '12 Station Road, Bristol BS1 6QF',
  city: 'Bristol',
}

const order = {
  ...{ id: 'order_1', code: 'K7QX-24PD', name: 'Ada Lovelace', tickets: 2 },
  total: { amount: 9_000, currency: 'GBP' as const, fees: 600 },
}
const url = '/orders/order_1'
const show = sampleMailShow
const link = { url: 'https://somewhere.example/account/open?token=a&next=%2F#top' }

/** One of each kind. */
export const SAMPLE_MAILS: readonly MailContent[] = [
  { kind: 'account.verify', data: link },
  { kind: 'account.reset', data: link },
  { kind: 'account.confirm-new-email', data: link },
  { kind: 'account.email-changed', data: {} },
  { kind: 'account.exists', data: link },
  { kind: 'account.deleted', data: {} },
  { kind: 'order.confirmed', data: { order, show, url } },
  { kind: 'order.failed', data: { order, show, url: '/shows/night-train' } },
  { kind: 'order.refunded', data: { order, show, url } },
  { kind: 'order.cancelled', data: { order, show, url } },
  {
    kind: 'show.changed',
    data: { show, url, cancelled: false, before: { ...show, startsAt: '2026-12-04T19:30:00Z', venue: 'Trinity' } },
  },
  { kind: 'show.changed', data: { show, url, cancelled: true } },
  { kind: 'show.tomorrow', data: { show, url, tickets: 2, unsubscribeUrl: '/unsubscribe/key' } },
  { kind: 'waitlist.confirm', data: { show, tier: 'Stalls', url: '/waitlist/confirm?token=abc' } },
  {
    kind: 'waitlist.available',
    data: { show, tier: 'Stalls', url: '/shows/night-train', unsubscribeUrl: '/waitlist/leave?token=abc' },
  },
  {
    kind: 'order.link',
    data: {
      orders: [
        { code: 'K7QX-24PD', show, url },
        { code: 'M2RT-99AA', show, url },
      ],
    },
  },
]
