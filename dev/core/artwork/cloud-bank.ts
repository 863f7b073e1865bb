import { sheet } from './paint.ts'
import type { Random } from './random.ts'
import { WIDTH } from './scene.ts'

/** A bank of round clouds across the picture, cut from one sheet: puffs about `size` wide, their feet about `y`. */
export function cloudBank(random: Random, y: number, size: number, colour: string): string {
  let edge = ''
  let x = -size * random.between(0.5, 1.5)
  const start = x
  let height = 0
  while (x < WIDTH + size) {
    const width = size * random.between(0.6, 1.9)
    const next = random.between(-0.14, 0.2) * size
    edge += `a${width * 0.52} ${width * random.between(0.42, 0.62)} 0 0 1 ${width} ${next - height}`
    x += width
    height = next
  }
  return sheet(`M${start} ${y}${edge}V820H${start}Z`, colour, 12)
}
