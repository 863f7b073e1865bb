/** A colour in OKLab: lightness 0–1, and two axes of hue. */
interface Lab {
  readonly l: number
  readonly a: number
  readonly b: number
}

/**
 * What `color-mix(in oklch, first share%, second)` comes to, near enough for contrast: the same lightness, and a hue
 * straight between the two instead of around the wheel. `share` of the first is 0–1; both colours such as `#0b1f3a`.
 */
export function mixColours(first: string, share: number, second: string): string {
  const [from, to] = [toLab(second), toLab(first)]
  const between = (a: number, b: number) => a + (b - a) * share
  return fromLab({ l: between(from.l, to.l), a: between(from.a, to.a), b: between(from.b, to.b) })
}

export function toLab(colour: string): Lab {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  const [r, g, b] = [red ?? 0, green ?? 0, blue ?? 0]
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return {
    l: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  }
}

/** The colour as hex; what no screen can show is cut to what it can. */
export function fromLab({ l, a, b }: Lab): string {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return hex([
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ])
}

function hex(channels: readonly number[]): string {
  const bytes = channels.map((value) => Math.round(Math.min(1, Math.max(0, gamma(value))) * 255))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const gamma = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)
