import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * Colours of which the contrast report asks only what a sign needs (`lib/config-review/colour-pairs.ts`): 3, where words
 * need 4.5. The primary colour is read in the editorial and the minimal look, and is asked 4.5 there.
 */
const SIGN_COLOUR = /^var\(--(?:primary|positive|accent)\)$/
const WORDS_IN_PRIMARY = /\[data-look="(?:editorial|minimal)"\]/
const SHEETS_OF_THOSE_LOOKS = /^(?:editorial|minimal)-/

/** What is coloured so and is no word of text: drawn marks, figures as large as a heading, and a button turned around. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  'components/home/poster-hero.module.css': ['.bar .go'], // on --on-primary, which is asked 4.5 with it
  'components/problem/problem.module.css': ['.number'],
  'components/site/footer.module.css': ['[data-look="poster"] .mark', '[data-look="playful"] .mark'],
  'components/site/wordmark.module.css': ['[data-look="poster"] .mark', '[data-look="playful"] .mark'],
}

/** The rules of a stylesheet that may set words in a colour which is only good enough for signs. */
export function colouredWords(stylesheet: string): string[] {
  const text = stylesheet.replace(/\/\*[\s\S]*?\*\//g, '')
  return [...text.matchAll(/(?<selector>[^{};]+)\{(?<rules>[^{}]*)\}/g)].flatMap(({ groups }) => {
    const { selector = '', rules = '' } = groups ?? {}
    const colour = /(?:^|;)\s*color\s*:\s*(?<value>[^;]+)/.exec(rules)?.groups?.value?.trim() ?? ''
    if (!SIGN_COLOUR.test(colour)) return []
    const named = selector
      .trim()
      .replace(/\s+/g, ' ')
      .split(/\s*,\s*/)
    return named.filter((one) => colour !== 'var(--primary)' || !WORDS_IN_PRIMARY.test(one))
  })
}

/** Every such rule of our stylesheets that is not known to be a sign, with its file. */
export function checkColouredWords(root: string): string[] {
  return globSync(['app/**/*.css', 'components/**/*.css'], { cwd: root })
    .filter((file) => !SHEETS_OF_THOSE_LOOKS.test(basename(file)))
    .flatMap((file) =>
      colouredWords(readFileSync(join(root, file), 'utf8'))
        .filter((selector) => !SIGNS[file]?.includes(selector))
        .map((selector) => `${file}: ${selector}`),
    )
}
