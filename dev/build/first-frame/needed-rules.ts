import { type CodePoints, codePointsOf, readRanges } from '#lib/fonts/unicode-ranges.ts'

interface Rule {
  readonly css: string
  readonly ranges: CodePoints
}

/** Which rules of large families a page needs for what it has shown so far, each told once. */
export class NeededRules {
  readonly #shown = new Set<number>()
  #waiting: Rule[] = []

  /** @returns those of a family's stylesheet that are needed already */
  read(stylesheet: string): string[] {
    this.#waiting.push(...rulesIn(stylesheet))
    return this.#take(this.#shown)
  }

  /** @returns those that are needed for these texts, too */
  show(texts: readonly string[]): string[] {
    const fresh = new Set(texts.flatMap(codePointsOf).filter((point) => !this.#shown.has(point)))
    for (const point of fresh) this.#shown.add(point)
    return fresh.size === 0 ? [] : this.#take(fresh)
  }

  #take(points: ReadonlySet<number>): string[] {
    const needed = this.#waiting.filter(({ ranges }) => haveOne(ranges, points))
    this.#waiting = this.#waiting.filter((rule) => !needed.includes(rule))
    return needed.map(({ css }) => css)
  }
}

/** As `dev/build/fonts/font-face.ts` writes them. */
const rulesIn = (stylesheet: string): Rule[] =>
  [...stylesheet.matchAll(/@font-face\{[^}]*unicode-range:([^;]+)[^}]*\}/g)].map(([css, ranges]) => ({
    css,
    ranges: readRanges(ranges),
  }))

/** Ranges of such families are short, and there are thousands: this looks at each of their characters once. */
function haveOne(ranges: CodePoints, points: ReadonlySet<number>): boolean {
  return ranges.some(([from, to]) => {
    for (let point = from; point <= to; point += 1) if (points.has(point)) return true
    return false
  })
}
