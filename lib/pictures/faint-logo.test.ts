import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Theme } from '#contracts/theme.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { gapsIn } from '#lib/config-review/completeness.ts'
import { faintLogo } from '#lib/config-review/logo-contrast.ts'
import { reviewOf } from '#lib/config-review/review.ts'
import { gapWords } from '#lib/config-review/review-words.ts'
import { translator } from '#lib/text/translator.ts'
import { develop } from './develop.ts'

/** A word of five letters, as a drawing program would hand it over: no text, so that no font is needed. */
const letters = (fill: string, more = '') =>
  [20, 70, 120, 170, 220].map((x) => `<rect x="${x}" y="20" width="34" height="60" rx="6" fill="${fill}" ${more}/>`)
const paper = (fill: string) => `<rect width="280" height="100" fill="${fill}"/>`

async function logo(format: 'png' | 'jpeg' | 'webp', ...shapes: (string | string[])[]) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="280" height="100">${shapes.flat().join('')}</svg>`
  const picture = await develop(await sharp(Buffer.from(svg)).toFormat(format).toBuffer())
  if (typeof picture === 'string') throw new Error(picture)
  return picture
}

type Ground = Partial<Theme['colours']>

async function reviewed(picture: Awaited<ReturnType<typeof logo>>, colours: Ground, style: Theme['style'] = 'poster') {
  const { id, width, height, tones } = picture
  const { theme, ...rest } = exampleConfig()
  const config = {
    ...{ ...rest, theme: { ...theme, style, colours: { ...theme.colours, ...colours } } },
    logo: { wordmark: 'Example', mark: 'none' as const, picture: { id, width, height } },
  }
  return { config, tones: new Map([[id, tones]]), faint: faintLogo(config, new Map([[id, tones]])) }
}

describe('an uploaded logo', () => {
  it.each([
    ['white on a light ground', '#ffffff', '#ffffff', 'darker'],
    ['white on a dark ground', '#ffffff', '#14101f', null],
    ['black on a dark ground', '#000000', '#14101f', 'lighter'],
    ['black on a light ground', '#000000', '#fbf7ef', null],
    ['pale on a light ground', '#ffe08a', '#ffffff', 'darker'],
    ['of a grey that can be seen', '#777777', '#ffffff', null],
    ['of a grey that hardly can', '#aaaaaa', '#ffffff', 'darker'],
    ['red on a red ground', '#c81e1e', '#b01818', 'lighter'],
  ])('%s', async (_, fill, background, way) => {
    for (const format of ['png', 'webp'] as const) {
      const { faint } = await reviewed(await logo(format, letters(fill)), { background })
      expect(faint.map((gap) => gap.way)).toEqual(way === null ? [] : [way])
    }
  })

  it('of which only a dot is left is as good as gone, and one with half of it left is not', async () => {
    const dot = '<circle cx="262" cy="72" r="8" fill="#c81e1e"/>'
    const white = { background: '#ffffff' }
    const dotted = await reviewed(await logo('png', letters('#ffffff'), dot), white)
    expect(dotted.faint).toMatchObject([{ ground: 'background', groundColour: '#ffffff', percent: 1 }])
    const halves = [...letters('#ffffff').slice(0, 2), ...letters('#1a3a8f').slice(2)]
    expect((await reviewed(await logo('png', halves), white)).faint).toEqual([])
  })

  it('with an outline of its own can be seen on any ground', async () => {
    const outlined = await logo('png', letters('#ffffff', 'stroke="#111111" stroke-width="10"'))
    for (const background of ['#ffffff', '#777777', '#111111'])
      expect((await reviewed(outlined, { background })).faint).toEqual([])
  })

  it.each(['png', 'jpeg'] as const)('on paper of the page’s colour is what is drawn on it (%s)', async (format) => {
    const white = { background: '#ffffff' }
    const drawn = await logo(format, paper('#ffffff'), letters('#1a3a8f').slice(0, 1))
    expect((await reviewed(drawn, white)).faint).toEqual([])
    const pale = await logo(format, paper('#ffffff'), letters('#ffe08a'))
    expect((await reviewed(pale, white)).faint).toMatchObject([{ way: 'darker' }])
    expect((await reviewed(await logo(format, paper('#ffffff')), white)).faint).toMatchObject([{ percent: 0 }])
  })

  it('on paper of another colour can be seen by that', async () => {
    const boxed = await logo('jpeg', paper('#ffffff'), letters('#eeeeee'))
    expect((await reviewed(boxed, { background: '#14101f' })).faint).toEqual([])
  })

  it('of nothing at all is told of', async () => {
    const nothing = await logo('png', letters('#ffffff', 'fill-opacity="0"'))
    expect((await reviewed(nothing, { background: '#14101f' })).faint).toMatchObject([{ percent: 0 }])
  })

  it('is held against the header of its look, too', async () => {
    const white = await logo('png', letters('#ffffff'))
    const colours = { background: '#14101f', surface: '#ffffff' }
    expect((await reviewed(white, colours, 'minimal')).faint).toEqual([])
    expect((await reviewed(white, colours, 'playful')).faint).toMatchObject([{ ground: 'surface' }])
  })

  it('is not spoken of where it was not measured, or there is none', async () => {
    const { config } = await reviewed(await logo('png', letters('#ffffff')), { background: '#ffffff' })
    expect(faintLogo(config, new Map())).toEqual([])
    expect(gapsIn(exampleConfig(), null).map(({ what }) => what)).not.toContain('faintLogo')
  })

  it('that vanishes is told with the way out, and stops no publish', async () => {
    const { config, tones } = await reviewed(await logo('png', letters('#ffffff')), { background: '#ffffff' })
    const { blocked, gaps } = reviewOf(config, null, tones)
    expect(blocked).toBe(false)
    const said = gaps.map((gap) => gapWords(translator('en-GB', 'review'), gap))
    expect(said).toContain(
      'Only 0 % of the logo stands out from “Background” (#ffffff). Upload a darker version of it, or remove the picture: the wordmark takes its place.',
    )
  })
})
