import { gzipSync } from 'node:zlib'

/** What a page has a browser fetch before anybody touches anything. */
export interface PageWeight {
  /** Addresses of its scripts, in the order of the page. */
  readonly scripts: readonly string[]
  /** All of them, gzipped one by one at level 6, as servers do. */
  readonly gzipBytes: number
}

const FIRST = /\/begin-[0-9a-f]+\.js$/
/** Files of the build, wherever they are named: in what Next reads of a page, and in the script that fetches them. */
const CHUNK = /\/_next\/static\/chunks\/[\w~-][\w.~-]*\.js/g

/**
 * Every script that the page's HTML names, has fetched in advance, or leads to the first script with. Not the one for
 * browsers without modules, which others do not fetch.
 */
export function scriptsOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  const old = tags.filter((tag) => /\snomodule/i.test(tag)).map((tag) => attribute(tag, 'src'))
  const found = tags.flatMap((tag) => {
    if (tag.startsWith('<script')) return attribute(tag, 'src') ?? []
    const advance = attribute(tag, 'rel') === 'modulepreload' || attribute(tag, 'as') === 'script'
    return advance ? (attribute(tag, 'href') ?? []) : []
  })
  return [...new Set([...found, ...(html.match(CHUNK) ?? [])])].filter((address) => !old.includes(address))
}

/** @param read a script's text by its address in the page */
export async function weigh(html: string, read: (address: string) => Promise<string>): Promise<PageWeight> {
  const texts = new Map<string, string>()
  const follow = (addresses: readonly string[]): Promise<unknown> =>
    Promise.all(
      addresses.map(async (address) => {
        if (texts.has(address)) return
        texts.set(address, '')
        const text = await read(address)
        texts.set(address, text)
        // Decision 0104: this one fetches the others, after the first frame.
        if (FIRST.test(address)) await follow(text.match(CHUNK) ?? [])
      }),
    )
  await follow(scriptsOf(html))
  const sizes = [...texts.values()].map((text) => gzipSync(text, { level: 6 }).length)
  return { scripts: [...texts.keys()], gzipBytes: sizes.reduce((sum, size) => sum + size, 0) }
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
