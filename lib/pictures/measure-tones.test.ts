import sharp from 'sharp'
import { expect, it } from 'vitest'
import { luminanceOfTone, TONE_COUNT, Tones, toneOf, WHOLE_AREA } from '#contracts/picture-tones.ts'
import { luminance } from '#lib/reseller/contrast.ts'
import { measureTones } from './measure-tones.ts'

const areas = (tones: Tones) => Object.fromEntries([...tones.entries()].filter(([, area]) => area > 0))
const toneOfColour = (colour: string) => toneOf(luminance(colour))

it('black is the first step and white the last, and a step is where its middle says', () => {
  expect([toneOf(0), toneOf(1)]).toEqual([0, TONE_COUNT - 1])
  for (let tone = 0; tone < TONE_COUNT; tone++) expect(toneOf(luminanceOfTone(tone))).toBe(tone)
})

it('a picture is measured by area, whatever its colours', async () => {
  const red = { width: 30, height: 40, channels: 3 as const, background: '#c81e1e' }
  const data = await sharp({ create: { ...red, width: 40, background: '#1e1ec8' } })
    .composite([{ input: { create: red }, left: 0, top: 0 }])
    .removeAlpha()
    .raw()
    .toBuffer()
  const tones = measureTones(data, 3)
  expect(Tones.parse(tones)).toEqual(tones)
  expect(areas(tones)).toEqual({ [toneOfColour('#c81e1e')]: 7_500, [toneOfColour('#1e1ec8')]: 2_500 })
})

it('what is see-through is nothing, and half see-through half of that', () => {
  const pixels = [
    [255, 255, 255, 255],
    [255, 255, 255, 0],
    [0, 0, 0, 128],
    [9, 9, 9, 0],
  ].flat()
  expect(areas(measureTones(Uint8Array.from(pixels), 4))).toEqual({ 0: 1_255, [TONE_COUNT - 1]: 2_500 })
})

it('a picture that covers everything comes to its whole area, as near as rounding', async () => {
  const noise = { type: 'gaussian' as const, mean: 120, sigma: 70 }
  const data = await sharp({ create: { width: 200, height: 200, channels: 3, noise, background: '#000000' } })
    .raw()
    .toBuffer()
  const sum = measureTones(data, 3).reduce((all, area) => all + area, 0)
  expect(Math.abs(sum - WHOLE_AREA)).toBeLessThanOrEqual(TONE_COUNT / 2)
})
