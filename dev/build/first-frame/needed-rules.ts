import { codePointsOf } from '#lib/fonts/unicode-ranges.ts'

interface Rule {
  readonly css: string
  /** As `unicode-range`. */
  readonly range: string
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
    const needed: string[] = []
    const waiting: Rule[] = []
    let last = { range: '', isNeeded: false }
    for (const rule of this.#waiting) {
      // A file's rules in several weights stand side by side.
      if (rule.range !== last.range) last = { range: rule.range, isNeeded: hasOne(rule.range, points) }
      if (last.isNeeded) needed.push(rule.css)
      else waiting.push(rule)
    }
    this.#waiting = waiting
    return needed
  }
}

const RANGE = 'unicode-range:'

/** One a line, as `dev/build/fonts/font-face.ts` writes them. */
const rulesIn = (stylesheet: string): Rule[] =>
  stylesheet.split('\n').flatMap((css) => {
    const at = css.indexOf(RANGE)
    return at < 0 ? [] : { css, range: css.slice(at + RANGE.length, css.indexOf(';', at)) }
  })

/**
 * Read without making anything of it that is kept: two families have sixteen thousand parts, and a page has a frame's time.
 */
const hasOne = (range: string, points: ReadonlySet<number>): boolean =>
  range.split(',').some((part) => {
    const codes = part.trim().slice('U+'.length)
    const hyphen = codes.indexOf('-')
    const from = Number.parseInt(codes, 16)
    const to = hyphen < 0 ? from : Number.parseInt(codes.slice(hyphen + 1), 16)
    for (let point = from; point <= to; point += 1) if (points.has(point)) return true
    return false
  })
