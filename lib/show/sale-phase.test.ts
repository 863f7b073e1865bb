import { expect, it } from 'vitest'
import { isForSale, phaseEndsAtMs, type SaleTimes, salePhase } from './sale-phase.ts'

const at = (time: string) => Date.parse(`2026-12-05T${time}Z`)
const show: SaleTimes = {
  status: 'scheduled',
  onSaleAt: '2026-12-05T10:00:00Z',
  startsAt: '2026-12-05T19:00:00Z',
  endsAt: '2026-12-05T22:00:00Z',
}
const { endsAt: _, ...endless } = show
const { onSaleAt: __, ...sold } = show
const cancelled: SaleTimes = { ...show, status: 'cancelled' }

it.each([
  ['later until sales open', show, '09:59:59.999', 'later', at('10:00:00')],
  ['open from that moment on', show, '10:00:00', 'open', at('19:00:00')],
  ['open from the beginning where nothing is said of it', sold, '00:00:00', 'open', at('19:00:00')],
  ['open until its last moment', show, '18:59:59.999', 'open', at('19:00:00')],
  ['begun when it begins', show, '19:00:00', 'begun', at('22:00:00')],
  ['over when it ends', show, '22:00:00', 'over', Number.POSITIVE_INFINITY],
  [
    'begun and no more than that where nobody says when it ends',
    endless,
    '23:59:59',
    'begun',
    Number.POSITIVE_INFINITY,
  ],
  [
    'begun though sales were to open later',
    { ...show, onSaleAt: '2026-12-05T20:00:00Z' },
    '19:30:00',
    'begun',
    at('20:00:00'),
  ],
  ['cancelled, whatever the time', cancelled, '09:00:00', 'cancelled', Number.POSITIVE_INFINITY],
  ['cancelled, even if it would be over', cancelled, '23:00:00', 'cancelled', Number.POSITIVE_INFINITY],
] as const)('is %s', (_, times, time, phase, endsAtMs) => {
  expect(salePhase(times, at(time))).toBe(phase)
  expect(phaseEndsAtMs(times, at(time))).toBe(endsAtMs)
})

it('has tickets to sell, now or later, before it begins and not from then on', () => {
  expect((['later', 'open', 'begun', 'over', 'cancelled'] as const).map(isForSale)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
