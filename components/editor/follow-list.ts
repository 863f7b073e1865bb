import type { ResellerConfig } from '#contracts/reseller-config.ts'

/**
 * Translations of a list go by place, so they move with what they translate: what an entry of `after` was called where
 * it stood in `before`. Entries are recognised by identity; one that was rewritten in its place keeps its words.
 */
export function followed<T, W>(
  before: readonly T[],
  after: readonly T[],
  words: readonly (W | null)[] | undefined,
): (W | null)[] | undefined {
  if (words === undefined || before === after) return words && [...words]
  const moved = after.map((entry, at) => {
    const from = before.indexOf(entry)
    if (from >= 0) return words[from] ?? null
    return after.length === before.length && !after.includes(before[at] as T) ? (words[at] ?? null) : null
  })
  return moved.some((word) => word !== null) ? moved : undefined
}

/** A configuration with other lists, and with every translation of them in the same order. */
export function withLists(
  config: ResellerConfig,
  lists: {
    readonly home?: ResellerConfig['home']
    readonly navigation?: ResellerConfig['navigation']
    readonly links?: ResellerConfig['footer']['links']
  },
): ResellerConfig {
  const { home = config.home, navigation = config.navigation, links = config.footer.links } = lists
  const changed = { ...config, home, navigation, footer: { ...config.footer, links } }
  if (config.translations === undefined) return changed
  const translations = Object.fromEntries(
    Object.entries(config.translations).map(([locale, words]) => [
      locale,
      withoutNothing({
        ...words,
        home: followed(config.home, home, words?.home),
        navigation: followed(config.navigation, navigation, words?.navigation),
        footer:
          words?.footer &&
          withoutNothing({ ...words.footer, links: followed(config.footer.links, links, words.footer.links) }),
      }),
    ]),
  )
  return { ...changed, translations }
}

/** The same without fields that are undefined: an absent field and an undefined one must not count as a difference. */
const withoutNothing = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T
