/*
 * The parts of a page that a command writes, between two comments each:
 *
 *   <!-- results: cuts -->
 *   … written by `npm run bench -- report` …
 *   <!-- end of results -->
 *
 * What stands around them is a person's.
 */

const PART = /<!-- results: ([\w-]+) -->\n[\s\S]*?<!-- end of results -->/g

/** The names of the parts that a page has. */
export const partsOf = (page: string): string[] => [...page.matchAll(PART)].map(([, name = '']) => name)

/** The page with its parts written anew. A part for which there is no text stays as it is. */
export function writeParts(page: string, texts: ReadonlyMap<string, string>): string {
  return page.replace(PART, (whole, name: string) => {
    const text = texts.get(name)
    return text === undefined ? whole : `<!-- results: ${name} -->\n${text}\n<!-- end of results -->`
  })
}
