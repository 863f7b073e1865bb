import { encode } from 'uqr'

/** A code as one path in a box of `size` × `size` modules, with the quiet zone that scanners need around it. */
export interface QrPath {
  readonly size: number
  readonly path: string
}

/** The standard asks for four light modules around the code. */
const QUIET_ZONE = 4

export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE })
  return {
    size,
    path: data.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join(''),
  }
}

/** Neighbouring dark modules as one stroke: a third of the path, and no hairlines between them in print. */
function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
