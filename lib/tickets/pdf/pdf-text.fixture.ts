/*
 * Reads back what a viewer would: the words on each page, by way of each embedded font's own table of characters, and the
 * font files themselves. Of documents that were written without compression.
 */

interface Read {
  /** One text a page, its runs in the order they were drawn. */
  readonly pages: readonly string[]
  readonly fontFiles: readonly Buffer[]
}

export function readPdf(bytes: Buffer): Read {
  const text = bytes.toString('latin1')
  const objects = new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id, body ?? '']),
  )
  const stream = (id: string | undefined) =>
    /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(objects.get(id ?? '') ?? '')?.[1] ?? ''
  const fonts = new Map<string, readonly string[]>()
  for (const [, name, id] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1]
    fonts.set(name ?? '', charactersOf(stream(cmap)))
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body))
  return {
    pages: pages.map((body) => wordsOf(stream(/\/Contents (\d+) 0 R/.exec(body)?.[1]), fonts)),
    fontFiles: [...text.matchAll(/\/FontFile2 (\d+) 0 R/g)].map(([, id]) => Buffer.from(stream(id), 'latin1')),
  }
}

/** `bfrange` with one list of targets, as pdfkit writes it. */
function charactersOf(cmap: string): string[] {
  const characters: string[] = []
  for (const [, from = '0', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi))
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries())
      characters[Number.parseInt(from, 16) + index] = Buffer.from(hex.replaceAll(' ', ''), 'hex')
        .swap16()
        .toString('utf16le')
  return characters
}

function wordsOf(content: string, fonts: ReadonlyMap<string, readonly string[]>): string {
  let font: readonly string[] = []
  const words: string[] = []
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ]+)*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? []
    else words.push([...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => decode(hex, font)).join(''))
  }
  return words.join(' ')
}

const decode = (hex: string, font: readonly string[]): string =>
  (hex.match(/.{4}/g) ?? []).map((code) => font[Number.parseInt(code, 16)] ?? '\ufffd').join('')
