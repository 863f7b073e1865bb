/*
 * Pictures as text: an element is a string. Colours are names in a style sheet with a dark half, so that a picture can be
 * read wherever the page that shows it stands; text stays text.
 */

/** Shapes are told apart by more than their colour: by their order, their names beside them, and dashes. */
const STYLE = `
  svg { --paper: #ffffff; --ink: #1f2430; --quiet: #5b6472; --line: #d9dde3;
    --c0: #0b6e4f; --c1: #c2410c; --c2: #1d4ed8; --c3: #7e22ce; --c4: #8a94a3; }
  @media (prefers-color-scheme: dark) {
    svg { --paper: #12151b; --ink: #e8ebf0; --quiet: #a0a9b8; --line: #333a46;
      --c0: #34d399; --c1: #fb923c; --c2: #7aa2ff; --c3: #d8a4ff; --c4: #7d8797; }
  }
  .paper { fill: var(--paper) }
  text { font: 13px system-ui, sans-serif; fill: var(--ink) }
  .title { font-weight: 600; font-size: 15px }
  .quiet { fill: var(--quiet); font-size: 12px }
  .grid { stroke: var(--line); stroke-width: 1 }
  .curve { fill: none; stroke-width: 2.5; stroke-linejoin: round }
`

type Attributes = Readonly<Record<string, string | number>>

/** One element. @param inside other elements; text must have gone through {@link text} */
export function element(name: string, attributes: Attributes, inside: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(String(tidy(value)))}"`)
  return inside.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${inside.join('')}</${name}>`
}

export const text = (content: string, attributes: Attributes): string =>
  element('text', attributes, [escapeMarkup(content)])

/** A whole picture. @param title what it shows, for those who hear it, too */
export function picture(size: { width: number; height: number }, title: string, inside: readonly string[]): string {
  const { width, height } = size
  const frame = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' }
  const paper = element('rect', { class: 'paper', width, height, rx: 8 })
  const heading = text(title, { class: 'title', x: 16, y: 26 })
  return `${element('svg', frame, ['\n', element('title', {}, [escapeMarkup(title)]), `<style>${STYLE}</style>`, ...[paper, heading, ...inside].map((one) => `\n${one}`), '\n'])}\n`
}

const tidy = (value: string | number): string | number =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value

const escapeMarkup = (content: string): string =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
