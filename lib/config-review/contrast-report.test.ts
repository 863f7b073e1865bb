import { describe, expect, it } from 'vitest'
import type { Theme } from '#contracts/theme.ts'
import { RESELLERS } from '#dev/demo/resellers/all.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { contrast } from '#lib/reseller/contrast.ts'
import { colourPairs } from './colour-pairs.ts'
import { contrastFaults } from './contrast-report.ts'
import { mixColours } from './mix-colours.ts'

const { theme } = exampleConfig()
const withColours = (change: Partial<Theme['colours']>, style: Theme['style'] = 'minimal'): Theme => ({
  ...theme,
  style,
  colours: { ...theme.colours, ...change },
})

describe('the contrast report', () => {
  it('has nothing to say about a theme that can be read', () => {
    expect(contrastFaults(theme)).toEqual([])
  })

  it.each(Object.values(RESELLERS))('has nothing to say about the demo shop $name', ({ theme: demo }) => {
    expect(contrastFaults(demo)).toEqual([])
  })

  it.each<[string, Partial<Theme['colours']>, string]>([
    ['text on the page', { text: '#8a8a8a' }, 'text'],
    ['quiet text', { mutedText: '#a0a0a0' }, 'mutedText'],
    ['quiet text on cards only', { surface: '#c0c0c0' }, 'mutedText'],
    ['the words on buttons', { onPrimary: '#6a7fc0' }, 'button'],
    ['brand-coloured words', { primary: '#7f95d8', onPrimary: '#000000' }, 'brandText'],
    ['“few left”', { warning: '#d9a400' }, 'shortage'],
    ['what went wrong', { negative: '#ff8080' }, 'fault'],
    ['the sign of success', { positive: '#b8e0c0' }, 'success'],
    ['outlines of fields', { text: '#767676', surface: '#ffffff' }, 'control'],
  ])('finds %s', (_, change, use) => {
    expect(contrastFaults(withColours(change)).map((fault) => fault.use)).toContain(use)
  })

  it('knows that a look which never sets words in the brand colour asks less of it', () => {
    const pale = { primary: '#7f8fd8', onPrimary: '#000000' }
    expect(contrastFaults(withColours(pale, 'minimal')).map(({ use }) => use)).toContain('brandText')
    expect(contrastFaults(withColours(pale, 'poster')).map(({ use }) => use)).not.toContain('brandText')
  })

  it('never rounds a failure up to what would pass', () => {
    const [fault] = contrastFaults(withColours({ mutedText: '#777777', surface: '#ffffff' }))
    expect(fault).toMatchObject({ use: 'mutedText', ratio: 4.47, needs: 4.5 })
  })

  it('names the worst first', () => {
    const ratios = contrastFaults(withColours({ text: '#fafafa', mutedText: '#777777' })).map((f) => f.ratio / f.needs)
    expect(ratios).toEqual(ratios.toSorted((a, b) => a - b))
  })
})

describe('a proposal', () => {
  const names = Object.keys(theme.colours) as (keyof Theme['colours'])[]
  const looks = ['poster', 'editorial', 'minimal', 'playful'] as const
  const odd = ['#808080', '#ffd800', '#123456']
  const cases = looks.flatMap((look) => names.flatMap((name) => odd.map((colour) => [look, name, colour] as const)))

  it('mends its token everywhere it stands, in every theme with one odd colour', () => {
    for (const [look, name, colour] of cases) {
      const broken = withColours({ [name]: colour }, look)
      for (const { mend } of contrastFaults(broken)) {
        if (mend === null) continue
        const mended = { ...broken, colours: { ...broken.colours, [mend.token]: mend.colour } }
        const left = contrastFaults(mended).filter(({ front, ground }) => front === mend.token || ground === mend.token)
        expect(left, `${look}: ${name} ${colour} → ${mend.token} ${mend.colour}`).toEqual([])
      }
    }
  })

  it('is the smallest change: half of it would not do', () => {
    const broken = withColours({ mutedText: '#a0a0a0' })
    const mend = contrastFaults(broken)[0]?.mend
    expect(mend).toMatchObject({ token: 'mutedText', way: 'darken' })
    const half = mixColours('#a0a0a0', 0.5, mend?.colour ?? '')
    expect(contrast(half, theme.colours.surface)).toBeLessThan(4.5)
  })

  it('keeps the hue', () => {
    const mend = contrastFaults(withColours({ negative: '#ff8080' }))[0]?.mend
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
      Number.parseInt(mend?.colour.slice(at, at + 2) ?? '', 16),
    )
    expect(red).toBeGreaterThan(green)
    expect(Math.abs(green - blue)).toBeLessThan(16)
  })

  it('is missing where no colour of the two could pass everywhere', () => {
    const faults = contrastFaults(withColours({ background: '#ffffff', surface: '#000000', text: '#808080' }))
    expect(faults.find(({ use, ground }) => use === 'text' && ground === 'background')?.mend?.token).not.toBe('text')
  })
})

it('mixes as browsers do, to within what no eye sees', () => {
  // What Chromium 156 paints for the same mixtures.
  expect(mixColours('#111111', 0.6, '#ffffff')).toBe('#656565')
  expect(mixColours('#ffd800', 0.45, '#ffffff')).toBe('#ffefb0')
  expect(contrast(mixColours('#2b1016', 0.6, '#f6efe4'), '#785f63')).toBeLessThan(1.01)
  expect(mixColours('#123456', 1, '#ffffff')).toBe('#123456')
  expect(mixColours('#123456', 0, '#ffffff')).toBe('#ffffff')
})

it('looks at every token that a theme has but the border, which only decorates', () => {
  const seen = new Set(
    (['poster', 'playful', 'minimal'] as const).flatMap((style) =>
      colourPairs({ ...theme, style }).flatMap(({ front, ground }) => [front, ground]),
    ),
  )
  expect(Object.keys(theme.colours).filter((name) => !seen.has(name as keyof Theme['colours']))).toEqual(['border'])
})
