/** Colours are `#rrggbb` throughout. */
type Triple = [number, number, number]

const channels = (hex: string): Triple =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Triple
const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const fromLinear = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)

/** WCAG relative luminance, 0 (black) to 1 (white). */
export function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map(toLinear) as Triple
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export const darkToLight = (colours: readonly string[]): string[] =>
  [...colours].sort((one, other) => luminance(one) - luminance(other))

/** The colour `share` of the way from one to another, in OKLab, where halfway also looks halfway (Björn Ottosson, 2020). */
export function mix(from: string, to: string, share: number): string {
  const start = toLab(from)
  const end = toLab(to)
  return fromLab(start.map((value, index) => value + ((end[index] as number) - value) * share) as Triple)
}

/** What two see-through inks give where one is printed over the other. */
export function overprint(one: string, other: string): string {
  const below = channels(other)
  return `#${channels(one)
    .map((value, index) => hexPair(value * (below[index] as number)))
    .join('')}`
}

function toLab(hex: string): Triple {
  const [red, green, blue] = channels(hex).map(toLinear) as Triple
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromLab([lightness, a, b]: Triple): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${linear.map(toByte).join('')}`
}

const toByte = (linear: number) => hexPair(fromLinear(Math.max(0, linear)))

const hexPair = (channel: number) =>
  Math.round(Math.min(1, Math.max(0, channel)) * 255)
    .toString(16)
    .padStart(2, '0')
