import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { qrPath } from './qr-path.ts'

/** Reads the path back into modules. */
function drawn(path: string, size: number): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let step = 0; step < Number(length); step += 1) {
      const row = grid[Number(y)]
      if (row) row[Number(x) + step] = true
    }
  return grid
}

describe('qrPath', () => {
  it('draws exactly the dark modules of the code', () => {
    const { size, path } = qrPath('MRQ-7F3K-9Q2L-0001')
    expect(drawn(path, size)).toEqual(encode('MRQ-7F3K-9Q2L-0001', { ecc: 'M', border: 4 }).data)
  })
  it('leaves four light modules on every side', () => {
    const { size, path } = qrPath('x')
    const grid = drawn(path, size)
    const edge = [0, 1, 2, 3, size - 4, size - 3, size - 2, size - 1]
    expect(edge.every((y) => grid[y]?.every((dark) => !dark))).toBe(true)
    expect(grid.every((row) => edge.every((x) => !row[x]))).toBe(true)
  })
})
