import { gzipSync } from 'node:zlib'

/** What a page has a browser fetch before anybody touches anything. */
export interface PageWeight {
  /** Addresses of its scripts, in the order of the page. */
  readonly scripts: readonly string[]
  /** All of them, gzipped one by one at level 6, as servers do. */
  readonly gzipBytes: number
}

/**
 * Every script that the page's HTML names, or has fetched in advance. Not the one for browsers without modules, which
 * others do not fetch.
 */
export function scriptsOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  const found = tags.flatMap((tag) => {
    if (/\snomodule/i.test(tag)) return []
    if (tag.startsWith('<script')) return attribute(tag, 'src') ?? []
    const advance = attribute(tag, 'rel') === 'modulepreload' || attribute(tag, 'as') === 'script'
    return advance ? (attribute(tag, 'href') ?? []) : []
  })
  return [...new Set(found)]
}

/** @param read a script's text by its address in the page */
export async function weigh(html: string, read: (address: string) => Promise<string>): Promise<PageWeight> {
  const scripts = scriptsOf(html)
  const sizes = await Promise.all(scripts.map(async (address) => gzipSync(await read(address), { level: 6 }).length))
  return { scripts, gzipBytes: sizes.reduce((sum, size) => sum + size, 0) }
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
