import { describe, expect, it } from 'vitest'
import { encodeOutline } from './glyph-outline.ts'

describe('encodeOutline', () => {
  it('writes contours, corners, flags and steps as a glyf entry', () => {
    const bytes = encodeOutline([
      { command: 'moveTo', args: [0, 0] },
      { command: 'lineTo', args: [100, 0] },
      { command: 'quadraticCurveTo', args: [100, 50, 0, 49.6] },
      { command: 'lineTo', args: [0, 0] },
      { command: 'closePath', args: [] },
    ])
    const view = new DataView(bytes.buffer)
    const words = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => view.getInt16(from + 2 * at))
    expect(words(0, 7)).toEqual([1, 0, 0, 100, 50, 3, 0]) // one contour, its box, its last point, no instructions
    expect([...bytes.slice(14, 18)]).toEqual([1, 1, 0, 1]) // the curve's middle is off it
    expect(words(18, 8)).toEqual([0, 100, 0, -100, 0, 0, 50, 0])
    expect(bytes.length % 4).toBe(0)
  })
  it('writes nothing for a space', () => {
    expect(encodeOutline([])).toHaveLength(0)
  })
  it('refuses curves that TrueType has not', () => {
    expect(() => encodeOutline([{ command: 'bezierCurveTo', args: [] }])).toThrow('bezierCurveTo')
  })
})
