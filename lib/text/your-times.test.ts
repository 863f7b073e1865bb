import { expect, it } from 'vitest'
import type { Locale } from '#contracts/reseller-config.ts'
import { translator } from './translator.ts'

const all = { doors: '18:30', starts: '19:30', ends: '22:00' }

it.each<[Locale, string, string, string]>([
  [
    'en-GB',
    'In your time zone: doors 18:30 · start 19:30 · end 22:00',
    'doors 18:30 · start 19:30',
    'start 19:30 · end 22:00',
  ],
  [
    'es-ES',
    'En su zona horaria: puertas 18:30 · comienzo 19:30 · final 22:00',
    'puertas 18:30 · comienzo 19:30',
    'comienzo 19:30 · final 22:00',
  ],
  [
    'de-DE',
    'In Ihrer Zeitzone: Einlass 18:30 · Beginn 19:30 · Ende 22:00',
    'Einlass 18:30 · Beginn 19:30',
    'Beginn 19:30 · Ende 22:00',
  ],
  [
    'ja-JP',
    'お使いの地域では 開場 18:30、開演 19:30、終演予定 22:00',
    '開場 18:30、開演 19:30',
    '開演 19:30、終演予定 22:00',
  ],
])('in %s, the viewer’s times are told as far as there are any', (locale, whole, openEnded, withoutDoors) => {
  const t = translator(locale, 'show')
  const place = whole.slice(0, whole.indexOf(openEnded))
  expect(t('yourTimes', all)).toBe(whole)
  expect(t('yourTimes', { ...all, ends: 'none' })).toBe(place + openEnded)
  expect(t('yourTimes', { ...all, doors: 'none' })).toBe(place + withoutDoors)
})
