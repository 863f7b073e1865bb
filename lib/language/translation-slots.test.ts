import { expect, it } from 'vitest'
import { Translation } from '#contracts/reseller-config.ts'
import { RESELLERS } from '#dev/demo/resellers/all.ts'
import { missingIn, translationSlots } from './translation-slots.ts'

const demo = RESELLERS.aurora
const words = demo.translations?.['de-DE'] ?? {}

it.each(translationSlots(demo).map((slot) => [slot.key, slot] as const))(
  '%s is written, read and taken out',
  (_, slot) => {
    const written = slot.write({}, 'Wort')
    expect(Translation.safeParse(written).error?.issues).toBeUndefined()
    expect(slot.read(written)).toBe('Wort')
    expect(slot.read(slot.write(written, null))).toBe(null)
    const others = translationSlots(demo).filter(({ key }) => key !== slot.key)
    expect(others.map(({ read }) => read(written)).filter(Boolean)).toEqual([])
  },
)

it('are all the texts there are: whoever translated a site has every one of them', () => {
  expect(missingIn(demo, {})).toBe(translationSlots(demo).length)
  for (const locale of demo.locales?.slice(1) ?? []) expect(missingIn(demo, demo.translations?.[locale] ?? {})).toBe(0)
})

it('are the legal texts and the signature, too, where they were written', () => {
  const keys = translationSlots(demo).map(({ key }) => key)
  expect(keys).toEqual(expect.arrayContaining(['imprint', 'privacy', 'terms', 'signature']))
  const bare = { ...demo, legal: { terms: ' ' }, mail: undefined }
  expect(translationSlots(bare).map(({ key }) => key)).toEqual(keys.slice(0, -4))
})

it('leave the other words of a translation alone', () => {
  for (const slot of translationSlots(demo)) expect(slot.write(words, slot.read(words))).toEqual(words)
})
