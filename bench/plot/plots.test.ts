import { expect, test } from 'vitest'
import { drawBars } from './bars.ts'
import { drawCurves } from './curves.ts'

const attribute = (svg: string, pattern: RegExp) => [...svg.matchAll(pattern)].map(([, value]) => Number(value))

test('bars are as long as their values, from zero', () => {
  const bars = [
    { name: 'ours', value: 10, tone: 'ours' as const },
    { name: 'a & b', value: 5 },
    { name: 'none', value: 0 },
  ]
  const svg = drawBars({ title: 'CPU <per> delivery', unit: 'µs', bars })
  const [long = 0, half = 0, none = 0] = attribute(svg, /<rect x="\d+" y="\d+" width="([\d.]+)"/g)
  expect(half).toBeCloseTo(long / 2, 1)
  expect(none).toBe(1)
  expect(svg).toContain('CPU &lt;per&gt; delivery')
  expect(svg).toContain('>a &amp; b</text>')
})

test('pictures have a dark half, and are told to those who hear them', () => {
  for (const svg of [
    drawBars({ title: 'T', unit: 'ms', bars: [{ name: 'a', value: 1 }] }),
    drawCurves({
      title: 'T',
      x: { name: 's', scale: 'linear' },
      y: { name: '%', scale: 'linear' },
      curves: { a: [[0, 1]] },
    }),
  ]) {
    expect(svg).toMatch(/prefers-color-scheme: dark/)
    expect(svg).toMatch(/role="img"[^>]*>\s*<title>T<\/title>/)
  }
})

test('a curve goes from corner to corner of what it covers', () => {
  const curves = {
    a: [
      [0, 0],
      [5, 50],
      [10, 100],
    ] as [number, number][],
  }
  const linear = { name: '', scale: 'linear' as const }
  const svg = drawCurves({ title: 'T', x: linear, y: linear, curves })
  expect(svg).toContain('points="64,320 380,190 696,60"')
})

test('on a log scale equal ratios are equal ways', () => {
  const curves = {
    a: [
      [3, 1],
      [30, 10],
      [300, 100],
    ] as [number, number][],
  }
  const log = { name: '', scale: 'log' as const }
  const svg = drawCurves({ title: 'T', x: log, y: log, curves })
  expect(svg).toContain('points="64,320 380,190 696,60"')
})

test('every number of a picture is a number', () => {
  const one = { a: [[1, 1]] as [number, number][] }
  for (const scale of ['linear', 'log'] as const) {
    const svg = drawCurves({ title: 'T', x: { name: '', scale }, y: { name: '', scale }, curves: one })
    expect(svg).not.toContain('NaN')
  }
})
